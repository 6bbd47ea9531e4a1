package planish.compiler;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.External;
import planish.autodiff.graph.ExternalFunction;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;
import planish.autodiff.shard.ShardedDensity;

/**
 * What code is tried on: the tape, but for sums over shards, whose programs have code of their own
 * and are not run for the sake of what stands around them.
 */
final class TrialTape {
  private TrialTape() {}

  /** {@return a tape of the same layout in which such sums are zero} */
  static TapeSource of(TapeSource tape) {
    List<TapeNode> nodes = tape.nodes().stream().map(TrialTape::node).toList();
    return new TapeSource(nodes, tape.outputs(), tape.loops(), tape.workspaceSize());
  }

  private static TapeNode node(TapeNode node) {
    return node.op() instanceof External(ShardedDensity shards)
        ? new TapeNode(
            new External(new NoShards(shards)),
            node.operands(),
            node.offset(),
            node.shape(),
            node.origin())
        : node;
  }

  /** In place of some shards: none. */
  private record NoShards(ShardedDensity shards) implements ExternalFunction {
    @Override
    public String name() {
      return shards.name();
    }

    @Override
    public Shape shape(List<Shape> operands) {
      return shards.shape(operands);
    }

    @Override
    public void evaluate(double[][] operands, double[] out) {}

    @Override
    public List<Expr> pullback(Expr self, List<Expr> operands, Expr adjoint) {
      return shards.pullback(self, operands, adjoint);
    }
  }
}
