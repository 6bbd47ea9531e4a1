package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.vector.Loops;

/**
 * Random graphs after all rewrites, and after each one alone: the same value and gradient as
 * before, up to rounding; and what all of them made gives the same bits interpreted and compiled.
 */
class RewrittenGraphsTest {
  /** By how much leaves are changed to see how much rounding errors matter. */
  private static final double SHIFT = 1e-11;

  @Provide
  Arbitrary<GraphPlan> plans() {
    return GraphPlans.ordinary();
  }

  @Property(seed = "1123", tries = 150)
  void sameValues(@ForAll("plans") GraphPlan plan) {
    everyRewrite(plan);
  }

  @Property(seed = "58", tries = 5_000)
  @Tag("long")
  void sameValuesOfManyMore(@ForAll("plans") GraphPlan plan) {
    everyRewrite(plan);
  }

  private static void everyRewrite(GraphPlan plan) {
    Assume.that(!RandomGraph.stops(plan, RandomGraph.Leaves.INPUTS));
    double[] expected = evaluated(plan, 0, Rewrites.none());
    Assume.that(expected != null && isFinite(expected));
    double[] shifted = evaluated(plan, SHIFT, Rewrites.none());
    Assume.that(shifted != null && isFinite(shifted));
    for (Rewrite rewrite : Rewrites.all().rewrites()) {
      double[] found = evaluated(plan, 0, new Rewrites(List.of(rewrite)));
      assertSame(rewrite.name(), found, expected, shifted);
    }
    assertSame("all", evaluated(plan, 0, Rewrites.all()), expected, shifted);
    sameBits(plan);
  }

  private static boolean isFinite(double[] values) {
    return java.util.Arrays.stream(values).allMatch(value -> Math.abs(value) < 1e100);
  }

  /** Rounding errors may grow as much as a change of the leaves does, but not by far more. */
  private static void assertSame(String name, double[] found, double[] expected, double[] shifted) {
    assertThat(found).as(name).isNotNull();
    double scale = 1;
    double change = 0;
    for (int k = 0; k < expected.length; k++) {
      scale = Math.max(scale, Math.abs(expected[k]));
      change = Math.max(change, Math.abs(shifted[k] - expected[k]));
    }
    for (int k = 0; k < expected.length; k++) {
      assertThat(Math.abs(found[k] - expected[k]))
          .as("%s, output %s: %s and %s", name, k, found[k], expected[k])
          .isLessThanOrEqualTo(1e-10 * scale + change);
    }
  }

  /** Value and gradient, or null where a check stops the evaluation. */
  private static double[] evaluated(GraphPlan plan, double shift, Rewrites rewrites) {
    RandomGraph random = new RandomGraph(plan, RandomGraph.Leaves.INPUTS, shift);
    List<Expr> both = random.rewritten(rewrites);
    double[] position = RandomGraph.shifted(plan.position(), shift);
    double[][] out = {new double[RandomGraph.size(both)]};
    Program program = tape(random.graph(), both).open();
    return program.run(new double[][] {position}, out).isFine() ? out[0] : null;
  }

  private static TapeSource tape(Graph graph, List<Expr> values) {
    return Programs.layOut(graph, RandomGraph.outputs(values), Loops.plain());
  }

  private static void sameBits(GraphPlan plan) {
    RandomGraph random = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
    List<Expr> both = random.rewritten(Rewrites.all());
    TapeSource tape = tape(random.graph(), both);
    double[] expected = FourWaysTest.run(tape, plan.position(), RandomGraph.size(both));
    for (CompilerMode mode : new CompilerMode[] {CompilerMode.PLAIN, CompilerMode.VECTOR}) {
      Program.Source compiled = new CompilerBackend().compile(tape, mode);
      assertThat(FourWaysTest.run(compiled, plan.position(), expected.length))
          .containsExactly(expected);
    }
  }
}
