package planish.autodiff.graph;

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
