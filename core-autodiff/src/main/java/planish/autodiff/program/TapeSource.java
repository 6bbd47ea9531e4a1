package planish.autodiff.program;

import java.util.List;
import planish.autodiff.vector.VectorLoops;

/**
 * A graph laid out as a tape: opens programs that interpret it, each over a workspace of its own.
 *
 * @param nodes the operations in order, each after its operands; later ones stand later in the
 *     workspace, those that only look at another node's value within it
 * @param outputs what is written where
 * @param loops the loops that operations are evaluated on
 * @param workspaceSize the number of doubles in one workspace
 */
public record TapeSource(
    List<TapeNode> nodes, List<TapeOutput> outputs, VectorLoops loops, int workspaceSize)
    implements Program.Source {
  @Override
  public Program open() {
    return new Tape(this);
  }
}
