package planish.autodiff.graph;

import java.util.List;
import java.util.Optional;

/** One step of a recurrence, compiled: the next state from the last one. Compared by identity. */
public interface ScanBody {
  /** {@return the length of the state} */
  int stateSize();

  /** {@return the length of what one step reads} */
  int inputSize();

  /** {@return the length of what all steps read} */
  int sharedSize();

  /** {@return a step with a workspace of its own} */
  Step open();

  /**
   * {@return the body of the recurrence that runs backwards and gathers the adjoints}
   *
   * <p>Its state is: the adjoint of the state, the sum of the adjoints of what is shared, the
   * adjoint of what the last step read. Each of its steps reads: the state before the step, what
   * the step read, the adjoint that the state after it has from outside. It shares what this one
   * shares.
   */
  ScanBody adjoint();

  /**
   * {@return the derivatives of all steps of a recurrence at once, or nothing if they can only be
   * computed step by step, as {@link #adjoint} does}
   *
   * @param states a row for each step: the state before it
   * @param sequences what each step reads, side by side
   * @param shared what all steps read
   */
  default Optional<Derivatives> derivatives(Expr states, List<Expr> sequences, Expr shared) {
    return Optional.empty();
  }

  /** The derivatives of all steps. */
  interface Derivatives {
    /**
     * {@return the body that makes the adjoint of a state from that of the next one; it reads the
     * adjoint that the state has from outside, then the row of the Jacobian, and shares nothing}
     */
    ScanBody backwards();

    /**
     * {@return a row for each step: the derivatives of the next state's first number by those of
     * the state, then those of its second number, and so on}
     */
    Expr jacobian();

    /**
     * {@return the adjoints of what is shared, then of each sequence, by states held fixed}
     *
     * @param adjoints a row for each step: the adjoint of the state after it
     */
    List<Expr> pull(Expr adjoints);
  }

  /** A step over one workspace; for one thread at a time. */
  interface Step {
    /**
     * Makes one step.
     *
     * @param state the state, from an offset on
     * @param input what this step reads, from an offset on
     * @param shared what all steps read, from an offset on
     * @param next receives the next state, from an offset on
     */
    void run(
        double[] state,
        int stateOffset,
        double[] input,
        int inputOffset,
        double[] shared,
        int sharedOffset,
        double[] next,
        int nextOffset);
  }
}
