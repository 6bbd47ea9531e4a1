package planish.distributions.family;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.vector.Elementary;
import planish.spi.UserException;
import planish.transforms.Constraints;

/** Vectors of probabilities. */
final class Weights {
  private Weights() {}

  /** {@return probabilities, checked: constants at once, others at each evaluation} */
  static Expr checked(String distribution, String name, Expr theta) {
    Batches.checkVectors(distribution, name, theta);
    Expr holds = Constraints.simplex().contains(theta);
    String message =
        distribution
            + ": "
            + name
            + " must hold numbers of at least 0 with sum 1, but their sum is";
    try {
      return Functions.checked(theta, holds, Functions.sumLast(theta, 1), message);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  /** {@return the softmax} */
  static double[] probabilities(double[] logits) {
    double most = Arrays.stream(logits).max().orElse(0);
    double[] weights = new double[logits.length];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Elementary.exp(logits[k] - most);
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return weights;
  }

  /** {@return a number from 0 with these probabilities; rounding never gives one of none} */
  static int draw(RandomGenerator random, double[] probabilities) {
    double rest = random.nextDouble();
    int last = 0;
    for (int k = 0; k < probabilities.length; k++) {
      if (probabilities[k] > 0) {
        last = k;
        if (rest < probabilities[k]) {
          return k;
        }
        rest -= probabilities[k];
      }
    }
    return last;
  }
}
