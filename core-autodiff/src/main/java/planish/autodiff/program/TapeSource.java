package planish.autodiff.program;

import java.util.List;
import planish.autodiff.vector.VectorLoops;

/** A compiled graph: opens tapes, each over a workspace of its own. */
record TapeSource(
    List<TapeNode> nodes, List<TapeOutput> outputs, VectorLoops loops, int workspaceSize)
    implements Program.Source {
  @Override
  public Program open() {
    return new Tape(this);
  }
}
