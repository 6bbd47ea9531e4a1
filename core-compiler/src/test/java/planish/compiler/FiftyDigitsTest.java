package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.RandomDraw;
import planish.autodiff.graph.Unary;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.UnaryFunction;
import planish.reference.Big;
import planish.reference.BigValues;

/**
 * Random graphs from end to end, against 50 digits: value and gradient as the graph was and after
 * all rewrites, interpreted and compiled, are as near to the exact ones as rounding errors permit,
 * by a bound that is computed along with them. The gradient itself is held against differences of
 * the value, which with 50 digits show 20 of it.
 */
class FiftyDigitsTest {
  /** Sums in another order than the reference's round otherwise, within the same bound or so. */
  private static final double SLACK = 4;

  private static final BigDecimal STEP = new BigDecimal("1e-20");

  @Provide
  Arbitrary<GraphPlan> plans() {
    return GraphPlans.small();
  }

  @Property(seed = "50", tries = 120)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void endToEnd(@ForAll("plans") GraphPlan plan) {
    everyWay(plan);
  }

  @Property(seed = "5050", tries = 2_000)
  @Tag("long")
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void endToEndOfManyMore(@ForAll("plans") GraphPlan plan) {
    everyWay(plan);
  }

  @Provide
  Arbitrary<GraphPlan> longPlans() {
    return GraphPlans.ofLongVectors();
  }

  @Property(seed = "4098", tries = 25)
  @Tag("long")
  void endToEndOfLongVectors(@ForAll("longPlans") GraphPlan plan) {
    everyWay(plan);
  }

  private static void everyWay(GraphPlan plan) {
    Assume.that(!RandomGraph.stops(plan, RandomGraph.Leaves.INPUTS));
    RandomGraph random = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
    List<Expr> both = valueAndGradient(random);
    double[] found = run(random.graph(), both, plan.position());
    Assume.that(found != null);
    List<Big> exact = exactly(random.graph(), both, plan);
    differences(plan, random, exact);
    double[] bounds = exact.stream().mapToDouble(x -> SLACK * x.error()).toArray();
    compare("as it was", found, exact, bounds);
    count(exact);
    RandomGraph other = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
    List<Expr> rewritten = other.rewritten(Rewrites.all());
    List<Big> own = exactly(other.graph(), rewritten, plan);
    Arrays.setAll(bounds, k -> bounds[k] + SLACK * own.get(k).error());
    compare("rewritten", run(other.graph(), rewritten, plan.position()), exact, bounds);
  }

  private static List<Expr> valueAndGradient(RandomGraph random) {
    List<Expr> both = new ArrayList<>(List.of(random.value()));
    both.addAll(Gradient.of(random.value(), List.of(random.position())));
    return both;
  }

  private static List<Big> exactly(Graph graph, List<Expr> values, GraphPlan plan) {
    return new BigValues(graph, values).bounded(BigValues.numbers(plan.position()));
  }

  /** Interpreted, and to the same bits compiled; null where a check stops the evaluation. */
  private static double[] run(Graph graph, List<Expr> values, double[] position) {
    TapeSource tape = Programs.layOut(graph, RandomGraph.outputs(values), Loops.plain());
    double[] found = run(tape, position, RandomGraph.size(values));
    for (CompilerMode mode : new CompilerMode[] {CompilerMode.PLAIN, CompilerMode.VECTOR}) {
      Program.Source compiled = new CompilerBackend().compile(tape, mode);
      assertThat(run(compiled, position, RandomGraph.size(values))).isEqualTo(found);
    }
    return found;
  }

  private static double[] run(Program.Source source, double[] position, int size) {
    double[][] out = {new double[size]};
    return source.open().run(new double[][] {position}, out).isFine() ? out[0] : null;
  }

  private static void compare(String what, double[] found, List<Big> exact, double[] bounds) {
    assertThat(found).as(what).isNotNull();
    for (int k = 0; k < found.length; k++) {
      if (bounds[k] < Double.POSITIVE_INFINITY) {
        assertThat(found[k]).as("%s, output %s: %s", what, k, exact.get(k)).isFinite();
        BigDecimal error = new BigDecimal(found[k]).subtract(exact.get(k).number());
        assertThat(Math.abs(error.doubleValue()))
            .as("%s, output %s: %s instead of %s", what, k, found[k], exact.get(k))
            .isLessThanOrEqualTo(bounds[k]);
      }
    }
  }

  /** The slope in a random direction, which every derivative is part of. */
  private static void differences(GraphPlan plan, RandomGraph random, List<Big> exact) {
    BigDecimal[] position = BigValues.numbers(plan.position());
    double[] direction = new Random(plan.seed()).doubles(position.length, -1, 1).toArray();
    BigDecimal slope = BigDecimal.ZERO;
    double bound = exact.getFirst().error() == Double.POSITIVE_INFINITY ? Double.NaN : 0;
    for (int k = 0; k < position.length && bound < Double.POSITIVE_INFINITY; k++) {
      Big derivative = exact.get(k + 1);
      bound += Math.abs(direction[k]) * derivative.error();
      slope = slope.add(part(derivative, direction[k]));
    }
    if (bound < Double.POSITIVE_INFINITY) {
      BigValues value = new BigValues(random.graph(), List.of(random.value()));
      BigDecimal rise =
          moved(value, position, direction, STEP)
              .subtract(moved(value, position, direction, STEP.negate()));
      BigDecimal expected = rise.divide(STEP.add(STEP));
      assertThat(slope.subtract(expected).abs().doubleValue())
          .as("slope %s instead of %s", slope, expected)
          .isLessThanOrEqualTo(bound);
    }
  }

  private static BigDecimal part(Big derivative, double direction) {
    return derivative.exists()
        ? derivative.number().multiply(new BigDecimal(direction))
        : BigDecimal.ZERO;
  }

  private static BigDecimal moved(
      BigValues value, BigDecimal[] position, double[] direction, BigDecimal step) {
    BigDecimal[] moved = new BigDecimal[position.length];
    Arrays.setAll(moved, k -> position[k].add(step.multiply(new BigDecimal(direction[k]))));
    return value.bounded(moved).getFirst().number();
  }

  /** Bounds must say something. */
  private static void count(List<Big> exact) {
    double scale = 1;
    double worst = 0;
    for (Big x : exact) {
      scale = x.exists() ? Math.max(scale, Math.abs(x.number().doubleValue())) : scale;
      worst = Math.max(worst, x.error());
    }
    Statistics.label("bounds")
        .collect(worst < 1e-11 * scale ? "narrow" : "wide")
        .coverage(bounds -> bounds.check("narrow").percentage(share -> share > 85));
  }

  /** Nothing that graphs are made of is left out but what has no value of its own. */
  @Example
  void everyOperationHasAReference() {
    Set<String> found = new TreeSet<>();
    for (int k = 0; k < GraphOperations.ALL.size(); k++) {
      List<GraphPlan.Step> step = List.of(new GraphPlan.Step(k, 1, 0, 1));
      GraphPlan plan = new GraphPlan(5, step, 1, List.of());
      RandomGraph random = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
      List<Expr> both = valueAndGradient(random);
      List<Big> exact = exactly(random.graph(), both, plan);
      assertThat(exact).as("%s", step).allMatch(x -> x.error() < 1e-9);
      for (int node = 0; node < random.graph().size(); node++) {
        found.add(name(random.graph().node(node).op()));
      }
    }
    assertThat(found).containsAll(operations());
  }

  private static String name(Op op) {
    return switch (op) {
      case Unary(UnaryFunction f) -> f.name();
      case Binary(BinaryFunction f) -> f.name();
      default -> op.getClass().getSimpleName();
    };
  }

  private static List<String> operations() {
    Stream<String> functions =
        Stream.concat(Arrays.stream(UnaryFunction.values()), Arrays.stream(BinaryFunction.values()))
            .map(Enum::name);
    Stream<String> others =
        Arrays.stream(Op.class.getPermittedSubclasses())
            .filter(op -> op != Unary.class && op != Binary.class && op != RandomDraw.class)
            .map(Class::getSimpleName);
    return Stream.concat(functions, others).toList();
  }
}
