package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import planish.autodiff.graph.Data;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.RandomDraw;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.Status;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;

/**
 * Random graphs, value and gradient, give the same bits where all is known, interpreted, and
 * compiled in plain and in vector loops; numbers that are not finite included.
 */
class FourWaysTest {
  @Provide
  Arbitrary<GraphPlan> plans() {
    return GraphPlans.any();
  }

  @Property(seed = "20261122", tries = 250)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void sameBits(@ForAll("plans") GraphPlan plan) {
    everyWay(plan);
  }

  /** Most graphs must show what they compute: values that are not finite hide others. */
  private static void count(Status status, double value) {
    String end = status.isFine() ? Double.isFinite(value) ? "finite" : "not finite" : "stopped";
    Statistics.label("ends")
        .collect(end)
        .coverage(ends -> {
          ends.check("finite").percentage(share -> share > 60);
          ends.check("not finite").percentage(share -> share > 3);
          ends.check("stopped").percentage(share -> share > 0.5);
        });
  }

  @Property(seed = "4102", tries = 10_000)
  @Tag("long")
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void sameBitsOfManyMore(@ForAll("plans") GraphPlan plan) {
    everyWay(plan);
  }

  private static void everyWay(GraphPlan plan) {
    if (RandomGraph.stops(plan, RandomGraph.Leaves.INPUTS)) {
      knownStopsToo(plan);
      return;
    }
    RandomGraph graph = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
    List<Expr> values = graph.withGradient();
    TapeSource tape = tape(graph.graph(), values);
    int size = RandomGraph.size(values);
    double[] expected = new double[size];
    Status status = tape.open().run(new double[][] {plan.position()}, new double[][] {expected});
    count(status, expected[0]);
    for (CompilerMode mode : new CompilerMode[] {CompilerMode.PLAIN, CompilerMode.VECTOR}) {
      Program.Source compiled = new CompilerBackend().compile(tape, mode);
      same(compiled, plan.position(), status, expected);
    }
    if (status.isFine()) {
      knownIsTheSame(plan, expected);
    } else {
      knownStopsToo(plan);
    }
  }

  private static TapeSource tape(Graph graph, List<Expr> values) {
    return Programs.layOut(graph, RandomGraph.outputs(values), Loops.plain());
  }

  /** Twice: what a run leaves in the workspace is not seen by the next. */
  private static void same(
      Program.Source compiled, double[] position, Status status, double[] expected) {
    double[][] out = {new double[expected.length]};
    Program program = compiled.open();
    for (int k = 0; k < 2; k++) {
      assertThat(program.run(new double[][] {position}, out)).isEqualTo(status);
      if (status.isFine() && !Arrays.equals(out[0], expected)) {
        assertThat(out[0]).as(compiled.listing()).containsExactly(expected);
      }
    }
  }

  private static void knownIsTheSame(GraphPlan plan, double[] expected) {
    RandomGraph data = new RandomGraph(plan, RandomGraph.Leaves.DATA);
    assertThat(evaluated(data.graph(), data.withGradient())).containsExactly(expected);
    RandomGraph constants = new RandomGraph(plan, RandomGraph.Leaves.CONSTANTS);
    List<Expr> values = constants.values();
    assertThat(evaluated(constants.graph(), values))
        .containsExactly(Arrays.copyOf(expected, RandomGraph.size(values)));
  }

  private static double[] evaluated(Graph graph, List<Expr> values) {
    return run(tape(graph, values), new double[0], RandomGraph.size(values));
  }

  /** Where several checks fail, known ones are seen first: which one is told may differ. */
  private static void knownStopsToo(GraphPlan plan) {
    assertThat(RandomGraph.stops(plan, RandomGraph.Leaves.DATA)).isTrue();
    assertThat(RandomGraph.stops(plan, RandomGraph.Leaves.CONSTANTS)).isTrue();
  }

  /** With their derivatives, the table's rows bring all there are. */
  @Example
  void everyOperationIsAmongThem() {
    Set<String> found = new TreeSet<>();
    for (int k = 0; k < GraphOperations.ALL.size(); k++) {
      List<GraphPlan.Step> step = List.of(new GraphPlan.Step(k, 1, 0, 1));
      GraphPlan plan = new GraphPlan(5, step, 1, List.of());
      RandomGraph graph = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
      tape(graph.graph(), graph.withGradient()).nodes().stream()
          .map(node -> node.op().getClass().getSimpleName())
          .forEach(found::add);
    }
    assertThat(found).contains(operations());
  }

  /** Data stand on no tape; random draws are interpreted. */
  private static String[] operations() {
    return Arrays.stream(Op.class.getPermittedSubclasses())
        .filter(op -> op != Data.class && op != RandomDraw.class)
        .map(Class::getSimpleName)
        .toArray(String[]::new);
  }

  /** Twice: what a run leaves in the workspace is not seen by the next. */
  static double[] run(Program.Source source, double[] position, int size) {
    double[][] out = {new double[size]};
    Program program = source.open();
    for (int k = 0; k < 2; k++) {
      assertThat(program.run(new double[][] {position}, out).isFine()).isTrue();
    }
    return out[0];
  }
}
