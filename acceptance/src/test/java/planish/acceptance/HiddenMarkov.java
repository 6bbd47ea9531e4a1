package planish.acceptance;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logSumExp;
import static planish.autodiff.graph.Functions.logSumExpLast;
import static planish.autodiff.graph.Functions.scan;
import static planish.autodiff.graph.Functions.transpose;
import static planish.distributions.Distributions.dirichlet;
import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.restricted;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ScanBody;
import planish.autodiff.program.ScanBodies;
import planish.model.Model;
import planish.transforms.Constraints;

/**
 * posteriordb's hidden Markov models of two states, {@code theta1} and {@code theta2} being what
 * either goes to; the states are summed out by the forward recursion, each of weight 1 at first.
 */
final class HiddenMarkov {
  private static final ScanBody FORWARD = ScanBodies.of(2, 2, 4, HiddenMarkov::forward);

  private HiddenMarkov() {}

  /** {@code hmm_example}: normal observations. */
  static Model example(ReferenceData data) {
    double[] y = data.column("y");
    return m -> {
      Expr first = m.parameter("theta1", Constraints.simplex(), 2);
      Expr second = m.parameter("theta2", Constraints.simplex(), 2);
      Expr mu =
          m.sample("mu", restricted(normal(Expr.vector(3, 10), 1), Constraints.positiveOrdered()));
      Expr emissions = normal(mu, 1).logProb(m.data("y", y).reshape(y.length, 1));
      m.factor("likelihood", logLikelihood(first, second, emissions));
    };
  }

  /** {@code hmm_drive_0}: pairs of exponential observations. */
  static Model drive(ReferenceData data) {
    double[] u = data.column("u");
    double[] v = data.column("v");
    double[][] alpha = data.rows("alpha");
    var rates = restricted(normal(Expr.vector(0, 3), 1), Constraints.positiveOrdered());
    return m -> {
      Expr first = m.sample("theta1", dirichlet(Expr.vector(alpha[0])));
      Expr second = m.sample("theta2", dirichlet(Expr.vector(alpha[1])));
      Expr phi = m.sample("phi", rates);
      Expr lambda = m.sample("lambda", rates);
      Expr ofU = exponential(phi).logProb(m.data("u", u).reshape(u.length, 1));
      Expr ofV = exponential(lambda).logProb(m.data("v", v).reshape(v.length, 1));
      m.factor("likelihood", logLikelihood(first, second, ofU.plus(ofV)));
    };
  }

  /** Emissions: a row for each time, a column for each state. */
  private static Expr logLikelihood(Expr first, Expr second, Expr emissions) {
    int times = emissions.shape().length(0);
    Expr changes = log(concatenate(List.of(first, second)));
    Expr rows = scan(FORWARD, emissions.get(0), emissions.slice(1, times), changes);
    return logSumExp(rows.get(times - 1));
  }

  private static Expr forward(Expr before, Expr emission, Expr changes) {
    Expr fromTo = before.reshape(2, 1).plus(changes.reshape(2, 2));
    return logSumExpLast(transpose(fromTo), 1).plus(emission);
  }
}
