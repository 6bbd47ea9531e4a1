package planish.acceptance;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import planish.model.Model;

/**
 * Parameters drawn from the prior, with data drawn from them.
 *
 * @param parameters the true values
 * @param model with these data
 * @param logLikelihood of these data, of parameters in that order
 */
record JointDraw(double[] parameters, Model model, ToDoubleFunction<double[]> logLikelihood) {
  /** {@return the true values, then their log likelihood} */
  double[] truth() {
    return quantities(parameters);
  }

  /** {@return these parameters, then their log likelihood} */
  double[] quantities(double[] values) {
    double[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = logLikelihood.applyAsDouble(values);
    return all;
  }
}
