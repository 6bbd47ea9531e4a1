package planish.autodiff.program;

import java.util.List;
import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ScanBody;

/** Makes the bodies of scans from functions of expressions. */
public final class ScanBodies {
  private ScanBodies() {}

  /** One step of a recurrence in expressions. */
  @FunctionalInterface
  public interface StepFunction {
    /**
     * {@return the next state, a vector as long as the state}
     *
     * @param state the state, a vector
     * @param input what this step reads, a vector
     * @param shared what all steps read, a vector
     */
    Expr next(Expr state, Expr input, Expr shared);

    /**
     * {@return the derivatives of all steps at once, or nothing; see {@link ScanBody#derivatives}}
     *
     * @param states a row for each step: the state before it
     * @param sequences what each step reads, side by side
     * @param shared what all steps read
     */
    default Optional<ScanBody.Derivatives> derivatives(
        Expr states, List<Expr> sequences, Expr shared) {
      return Optional.empty();
    }
  }

  /**
   * {@return a body for {@link planish.autodiff.graph.Functions#scan}}
   *
   * @param stateSize length of the state
   * @param inputSize length of what one step reads
   * @param sharedSize length of what all steps read
   * @param function makes the next state; called when derivatives are built too
   * @throws IllegalArgumentException if the next state has another length
   */
  public static ScanBody of(int stateSize, int inputSize, int sharedSize, StepFunction function) {
    return new GraphBody(stateSize, inputSize, sharedSize, function);
  }

  /**
   * {@return one step of a body that was made here, as a tape for back ends: the state is its
   * {@link planish.autodiff.graph.InputKind#POSITION}, what is shared its {@code TUNING}, what the
   * step reads its {@code DATA}; its only output is the next state}
   *
   * @param body a body; null is returned for those that others made
   */
  public static TapeSource tape(ScanBody body) {
    return body instanceof GraphBody graph ? graph.tape() : null;
  }
}
