package planish.autodiff.rewrite.reroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.Choices;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.vector.Loops;
import planish.reference.BigValues;

/** Random loops of random statements, rewritten and as they were. */
class RerollRandomTest {
  private static final int DIMENSION = 14;

  /** Graphs of more nodes take too long with 50 digits. */
  private static final int MANY = 400;

  /** One random model: its leaves, and what its loop has made so far. */
  private static final class Model {
    final Choices choices;
    final Graph graph = new Graph();
    final Expr vector = graph.input(InputKind.POSITION, "v", 0, Shape.of(6));
    final Expr other = graph.input(InputKind.POSITION, "w", 6, Shape.of(4));
    final List<Expr> inputs = new ArrayList<>(List.of(vector, other));
    final double[] numbers;
    final Expr data;
    final Expr matrix;
    final List<Expr> made = new ArrayList<>();
    final List<Integer> program = new ArrayList<>();
    int next;

    Model(Choices choices) {
      this.choices = choices;
      Random random = new Random(choices.number());
      for (int k = 10; k < DIMENSION; k++) {
        inputs.add(graph.input(InputKind.POSITION, "n" + k, k, Shape.scalar()));
      }
      numbers = random.doubles(40, -1, 1).toArray();
      if (random.nextBoolean()) {
        java.util.Arrays.setAll(numbers, k -> Math.round(numbers[k]));
      }
      data = graph.data("x", random.doubles(40, -1, 1).toArray(), Shape.of(40));
      matrix = graph.data("m", random.doubles(120, -1, 1).toArray(), Shape.of(40, 3));
    }

    /** The same choices in each statement of a loop. */
    int choice(int bound) {
      if (next == program.size()) {
        program.add(choices.number());
      }
      return program.get(next++) % bound;
    }

    Expr leaf(int i) {
      return switch (choice(11)) {
        case 0 -> data.get(i);
        case 1 -> Expr.of(numbers[i]);
        case 2 -> vector.get(i % 6);
        case 3 -> vector.get(choice(6));
        case 4 -> other.get((i + choice(3)) % (2 + choice(3)));
        case 5 -> inputs.get(2 + choice(4));
        case 6 -> inputs.get(2 + i % 4);
        case 7 -> reduced(i);
        case 8 -> earlier(1 + choice(2));
        case 9 -> (i % 2 == 0 ? data : matrix.reshape(120)).get(i);
        default -> Functions.exp(inputs.get(2 + choice(4)));
      };
    }

    /** A number made of small vectors, some of a length that depends on the statement. */
    Expr reduced(int i) {
      int from = choice(4);
      int length = choice(3) == 0 ? 1 + i % 3 : 3;
      Expr row = matrix.get(i).slice(0, length);
      Expr part = vector.slice(from, from + length);
      Expr scaled = row.times(leaf(i)).plus(choice(2) == 0 ? part : other.slice(0, length));
      return switch (choice(6)) {
        case 0 -> row.product(part);
        case 1 -> Functions.logSumExp(scaled);
        case 2 -> Functions.tanh(scaled).sum();
        case 3 -> Functions.dot(scaled, Functions.tanh(part));
        case 4 -> part.reshape(1, length).product(row).get(0);
        default -> Functions.concatenate(List.of(scaled, earlier(1))).get(choice(2));
      };
    }

    Expr earlier(int lag) {
      return made.size() < lag ? Expr.of(0.3) : made.get(made.size() - lag);
    }

    Expr tree(int i, int depth) {
      if (depth == 0) {
        return leaf(i);
      }
      Expr a = tree(i, depth - 1);
      Expr b = tree(i, choice(depth));
      return switch (choice(10)) {
        case 0, 1 -> a.plus(b);
        case 2 -> a.minus(b);
        case 3, 4 -> a.times(b);
        case 5 -> Functions.tanh(a).plus(b.times(numbers[i]));
        case 6 -> Functions.square(a).times(-0.5).minus(b);
        case 7 -> Functions.select(Functions.less(a, b), a, b.times(2));
        case 8 -> Functions.logSumExp(Functions.concatenate(List.of(a, b, Expr.of(0))));
        default -> Functions.tanh(a.dividedBy(Functions.square(b).plus(1)));
      };
    }

    Expr total(int n) {
      List<Expr> terms = new ArrayList<>();
      int depth = 1 + choices.of(4);
      int kinds = choices.of(4) == 3 ? 2 : 1;
      List<List<Integer>> programs = List.of(new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < n; i++) {
        program.clear();
        program.addAll(programs.get(i % kinds));
        next = 0;
        Expr value = tree(i, depth);
        programs.get(i % kinds).clear();
        programs.get(i % kinds).addAll(program);
        made.add(Functions.tanh(value));
        terms.add(value);
      }
      return gathered(terms);
    }

    private Expr gathered(List<Expr> terms) {
      return switch (choices.of(4)) {
        case 0 -> Functions.orderedSum(terms);
        case 1 -> terms.stream().reduce(Expr.of(0), Expr::plus);
        case 2 -> Functions.concatenate(terms).sum();
        default -> made.getLast().plus(Functions.tanh(made.get(made.size() / 2)));
      };
    }

    List<Expr> withGradient(Expr value) {
      List<Expr> all = new ArrayList<>(List.of(value));
      all.addAll(Gradient.of(value, inputs));
      return all;
    }

    double[] evaluate(Expr value, double[] position) {
      List<Output> outputs = new ArrayList<>();
      int at = 0;
      for (Expr output : withGradient(value)) {
        outputs.add(new Output(output, 0, at));
        at += output.shape().size();
      }
      double[][] out = {new double[at]};
      Program program = Programs.compile(graph, outputs, Loops.plain()).open();
      assertThat(program.run(new double[][] {position, {}, {}}, out).isFine()).isTrue();
      return out[0];
    }

    /** With 50 digits; what is large is taken as it is evaluated. */
    double[] reference(Expr value, double[] position) {
      return graph.size() > MANY
          ? evaluate(value, position)
          : new BigValues(graph, withGradient(value))
              .at(position).stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Choices.upTo(40);
  }

  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.of(2, 3, 4, 7, 9, 12, 40);
  }

  @Property(seed = "7", tries = 400)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void randomLoopsKeepTheirValues(
      @ForAll("lengths") int n, @ForAll("choices") List<Integer> choices) {
    Model model = new Model(new Choices(choices));
    Expr plain = model.total(n);
    double[] position = new Random(choices.getFirst()).doubles(DIMENSION, -1, 1).toArray();
    double[] expected = model.reference(plain, position);
    Expr rewritten = new Reroll().apply(model.graph, List.of(plain), new RewriteLog()).getFirst();
    count(!rewritten.equals(plain));
    double[] actual = model.evaluate(rewritten, position);
    double scale = 1;
    for (double value : expected) {
      scale = Math.max(scale, Math.abs(value));
    }
    assertThat(actual).containsExactly(expected, within(1e-10 * scale));
  }

  private static void count(boolean rewritten) {
    Statistics.label("rewritten")
        .collect(rewritten)
        .coverage(shares -> shares.check(true).percentage(share -> share > 40));
  }
}
