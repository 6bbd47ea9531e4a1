package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;

/**
 * Each node of random graphs and their gradients, given what its operands are, is what the plainest
 * code makes of them: moved and compared numbers exactly, sums up to rounding.
 */
class NodeValuesTest {
  @Provide
  Arbitrary<GraphPlan> plans() {
    return GraphPlans.any();
  }

  @Property(seed = "17", tries = 120)
  void nodesAreWhatTheyShouldBe(@ForAll("plans") GraphPlan plan) {
    everyNode(plan);
  }

  @Property(seed = "18", tries = 5_000)
  @Tag("long")
  void nodesOfManyMoreGraphsAre(@ForAll("plans") GraphPlan plan) {
    everyNode(plan);
  }

  private static void everyNode(GraphPlan plan) {
    Assume.that(!RandomGraph.stops(plan, RandomGraph.Leaves.INPUTS));
    RandomGraph random = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
    random.withGradient();
    Graph graph = random.graph();
    double[][] values = values(graph, plan.position());
    Assume.that(values != null);
    for (int k = 0; k < values.length; k++) {
      Node node = graph.node(k);
      if (node.operandCount() > 0) {
        double[][] in = new double[node.operandCount()][];
        Arrays.setAll(in, j -> values[node.operand(j)]);
        compare(node, values[k], NodeReference.of(graph, node, in));
      }
    }
  }

  /** The smallest numbers have few digits. */
  private static void compare(Node node, double[] found, NodeReference reference) {
    for (int k = 0; reference != null && k < found.length; k++) {
      double expected = reference.value(k);
      double most = Math.max(1e-12 * reference.size(k), 2 * Double.MIN_VALUE);
      boolean same = found[k] == expected || Double.isNaN(found[k]) && Double.isNaN(expected);
      boolean near = Math.abs(found[k] - expected) <= most;
      if (!same && !near && reference.size(k) < 1e300) {
        assertThat(found[k]).as("element %s of %s", k, node).isEqualTo(expected);
      }
    }
  }

  /** The values of all nodes, or null where a check stops the evaluation. */
  private static double[][] values(Graph graph, double[] position) {
    List<Expr> nodes = new ArrayList<>();
    for (int k = 0; k < graph.size(); k++) {
      nodes.add(graph.expr(k));
    }
    double[][] out = {new double[RandomGraph.size(nodes)]};
    TapeSource tape = Programs.layOut(graph, RandomGraph.outputs(nodes), Loops.plain());
    if (!tape.open().run(new double[][] {position}, out).isFine()) {
      return null;
    }
    double[][] values = new double[nodes.size()][];
    int at = 0;
    for (int k = 0; k < values.length; k++) {
      int size = nodes.get(k).shape().size();
      values[k] = Arrays.copyOfRange(out[0], at, at + size);
      at += size;
    }
    return values;
  }
}
