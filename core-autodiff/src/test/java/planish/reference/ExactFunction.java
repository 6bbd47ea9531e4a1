package planish.reference;

import planish.autodiff.graph.ExternalFunction;

/** Code outside the graph that can be evaluated with 50 digits too. */
public interface ExactFunction extends ExternalFunction {
  /** {@return the result} */
  Big[] exactly(Big[][] operands);
}
