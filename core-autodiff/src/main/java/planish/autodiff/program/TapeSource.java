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
  /**
   * Known values of no more elements are numbers of the code where all tapes have the same, and
   * lists of no more indices always.
   */
  public static final int NUMBERS = 128;

  @Override
  public Program open() {
    return new Tape(this, new double[workspaceSize]);
  }

  /**
   * {@return a program over a workspace that others use too, between its runs}
   *
   * @param workspace belongs to one thread at a time
   */
  public Program open(Workspace workspace) {
    return new Tape(this, workspace.of(workspaceSize));
  }

  /** {@return a number that tapes which are {@link #isLike alike} have in common} */
  public int likeness() {
    return TapeLikeness.hash(this);
  }

  /**
   * {@return whether another tape does the same with other data: known values, and lists of indices
   * of more than {@value #NUMBERS} elements, may differ, all else is equal}
   */
  public boolean isLike(TapeSource other) {
    return isAlike(other, false);
  }

  /** {@return whether another tape does the same with the same data} */
  boolean isSame(TapeSource other) {
    return this == other || isAlike(other, true);
  }

  private boolean isAlike(TapeSource other, boolean same) {
    return workspaceSize == other.workspaceSize
        && loops == other.loops
        && new TapeLikeness(same).test(this, other);
  }
}
