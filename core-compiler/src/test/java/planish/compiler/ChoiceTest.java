package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.vector.Loops;

/** What rewrites choose by estimated costs, and whether that is what costs less. */
class ChoiceTest {
  private static final int PARAMETERS = 1_000;

  /** Nanoseconds in which code mostly has become as fast as it will. */
  private static final long WARM = 6_000_000_000L;

  /** Vector code takes longer where the machine has other things to do. */
  private static final long LONGEST = 4 * WARM;

  private static final double SLOWER = 1.25;

  /** A form of a density with its gradient. */
  private record Form(Program program, double cost, List<String> told) {}

  static List<Choice> choices() {
    return Choice.all().toList();
  }

  private static Form form(Function<Choice.Data, Expr> density, Rewrites rewrites) {
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(PARAMETERS));
    RewriteLog log = new RewriteLog();
    Expr stated = density.apply(new Choice.Data(graph, x, new Random(7)));
    Expr value = rewrites.apply(Rewrite.Stage.DENSITY, graph, List.of(stated), log).getFirst();
    List<Expr> both = new ArrayList<>(List.of(value));
    both.addAll(Gradient.of(value, List.of(x)));
    both = rewrites.apply(Rewrite.Stage.PROGRAM, graph, both, log);
    List<Output> outputs = List.of(new Output(both.get(0), 0, 0), new Output(both.get(1), 1, 0));
    Program program =
        Programs.compile(Programs.layOut(graph, outputs, Loops.best()), CompilerMode.VECTOR).open();
    List<String> told = log.entries().stream().map(RewriteLog.Entry::rewrite).toList();
    return new Form(program, Rewrites.cost(graph, both), told);
  }

  private static Form chosen(Choice choice) {
    return form(choice.density(), Rewrites.all());
  }

  private static Form other(Choice choice) {
    return form(choice.other(), Rewrites.none());
  }

  @ParameterizedTest
  @MethodSource("choices")
  void whatCostsLessByTheTableIsChosen(Choice choice) {
    assertThat(chosen(choice).told().contains(choice.rewrite())).isEqualTo(choice.taken());
    if (choice.taken()) {
      assertThat(chosen(choice).cost()).isLessThan(other(choice).cost());
    }
  }

  /** Ratios of the least of many short measurements by turns: noise makes both slower. */
  @ParameterizedTest
  @MethodSource("choices")
  @Tag("long")
  void whatIsChosenIsNotSlower(Choice choice) {
    Program one = chosen(choice).program();
    Program two = other(choice).program();
    long start = System.nanoTime();
    double least = Double.POSITIVE_INFINITY;
    double leastOther = Double.POSITIVE_INFINITY;
    long now = start;
    while (now - start < WARM || now - start < LONGEST && least > SLOWER * leastOther) {
      least = Math.min(least, time(one));
      leastOther = Math.min(leastOther, time(two));
      now = System.nanoTime();
    }
    assertThat(least / leastOther).as(choice.toString()).isLessThan(SLOWER);
  }

  private static double time(Program program) {
    double[][] in = {new double[PARAMETERS], {}, {}};
    double[][] out = {new double[1], new double[PARAMETERS]};
    long start = System.nanoTime();
    for (int k = 0; k < 50; k++) {
      in[0][0] = 0.001 * k;
      program.run(in, out);
    }
    return System.nanoTime() - start;
  }
}
