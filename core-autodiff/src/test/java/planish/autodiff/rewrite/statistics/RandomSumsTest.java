package planish.autodiff.rewrite.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.sin;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.rewrite.Rewritten.input;
import static planish.autodiff.rewrite.Rewritten.normals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.Choices;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.vector.Loops;
import planish.reference.BigValues;

/**
 * Sums of random expressions of rows: by each rewrite alone, by all and by none of them, values and
 * gradients are those of 50 digits.
 */
class RandomSumsTest {
  /** Makes expressions of one number of rows. */
  private static final class Maker {
    private final Graph graph = new Graph();
    private final Choices choices;
    private final int n;
    private final List<Expr> inputs =
        List.of(input(graph, "s", 0), input(graph, "g", 1, 3), input(graph, "b", 4, 2));
    private final int[] group;
    private final int[] other;

    Maker(Choices choices) {
      this.choices = choices;
      this.n = 2 + choices.of(24);
      Random random = new Random(choices.number());
      this.group = random.ints(n, 0, 3).toArray();
      this.other = random.ints(n, 0, 2).toArray();
    }

    private Expr data() {
      return graph.data("d", normals(choices.number(), n, 0, 1), Shape.of(n));
    }

    private Expr leaf() {
      return switch (choices.of(8)) {
        case 0 -> inputs.get(0);
        case 1 -> data();
        case 2, 3 -> inputs.get(1).gather(group);
        case 4 -> inputs.get(2).gather(other);
        case 5 -> Expr.of(choices.of(5) - 2);
        case 6 -> sin(inputs.get(0));
        default ->
            product(
                graph.data("x", normals(choices.number(), 2 * n, 0, 1), Shape.of(n, 2)),
                inputs.get(2));
      };
    }

    Expr expression(int depth) {
      if (depth == 0) {
        return leaf();
      }
      Expr a = expression(depth - 1);
      return switch (choices.of(12)) {
        case 0, 1 -> a.plus(expression(depth - 1));
        case 2, 3 -> a.minus(expression(depth - 1));
        case 4, 5 -> a.times(leaf());
        case 6 -> a.dividedBy(exp(sin(leaf())));
        case 7 -> square(a);
        case 8 -> a.negate().plus(log(exp(leaf())));
        case 9 -> log1pExp(sin(a));
        case 10 -> exp(sin(leaf()).plus(sin(data()))).times(a);
        default -> select(Functions.less(data(), Expr.of(0.3)), a, leaf());
      };
    }

    Expr rows() {
      return Functions.broadcast(expression(1 + choices.of(4)), Shape.of(n));
    }

    List<Expr> withGradient(Expr value) {
      List<Expr> all = new ArrayList<>(List.of(value));
      all.addAll(Gradient.of(value, inputs));
      return all;
    }
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Choices.upTo(50);
  }

  @Property(seed = "3", tries = 250)
  void staySame(@ForAll("choices") List<Integer> choices) {
    Maker maker = new Maker(new Choices(choices));
    Expr rows = maker.rows();
    Expr before = rows.sum();
    double[] x = new Random(choices.getFirst()).doubles(6, -2, 2).toArray();
    double[] exact =
        new BigValues(maker.graph, maker.withGradient(before))
            .at(x).stream().mapToDouble(BigDecimal::doubleValue).toArray();
    double scale = 1 + values(maker, abs(rows).sum().plus(square(rows).sum()), x)[0];
    compare("none", values(maker, before, x), exact, scale);
    for (Rewrite rewrite : Rewrites.all().rewrites()) {
      Expr after = rewritten(maker, before, new Rewrites(List.of(rewrite)));
      compare(rewrite.name(), values(maker, after, x), exact, scale);
    }
    compare("all", values(maker, rewritten(maker, before, Rewrites.all()), x), exact, scale);
  }

  private static Expr rewritten(Maker maker, Expr value, Rewrites rewrites) {
    return rewrites
        .apply(Rewrite.Stage.DENSITY, maker.graph, List.of(value), new RewriteLog())
        .getFirst();
  }

  private static void compare(String name, double[] found, double[] exact, double scale) {
    for (int i = 0; i < exact.length; i++) {
      assertThat(found[i]).as(name).isCloseTo(exact[i], within(1e-10 * scale));
    }
  }

  private static double[] values(Maker maker, Expr value, double[] x) {
    List<Output> outputs = new ArrayList<>();
    int offset = 0;
    for (Expr output : maker.withGradient(value)) {
      outputs.add(new Output(output, 0, offset));
      offset += output.shape().size();
    }
    double[] out = new double[offset];
    Programs.compile(maker.graph, outputs, Loops.plain())
        .open()
        .run(new double[][] {x}, new double[][] {out});
    return out;
  }
}
