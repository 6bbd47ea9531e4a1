package planish.benchmarks.models;

import static planish.distributions.Distributions.bernoulliLogit;
import static planish.distributions.Distributions.normal;

import planish.autodiff.graph.Expr;
import planish.model.Model;
import planish.model.ModelContext;

/** Logistic regression, written in several ways. */
public final class Logistic {
  private Logistic() {}

  /** The logit of a row's probability. */
  private interface RowLogit {
    Expr of(Expr x, int row, Expr alpha, Expr beta);
  }

  /** {@return a statement for each row, a product for each predictor} */
  public static Model loop(Predictors data) {
    return statements(data, data::byElements);
  }

  /** {@return a statement for each row, of the row times the coefficients} */
  public static Model rows(Predictors data) {
    return statements(data, Predictors::byRow);
  }

  private static Model statements(Predictors data, RowLogit logit) {
    return m -> {
      Expr alpha = alpha(m);
      Expr beta = beta(m, data);
      Expr x = data.matrix(m);
      Expr y = m.data("y", data.y());
      for (int i = 0; i < data.rows(); i++) {
        m.observe("y." + i, bernoulliLogit(logit.of(x, i, alpha, beta)), y.get(i));
      }
    };
  }

  /** {@return one statement, with a matrix product} */
  public static Model vectorised(Predictors data) {
    return m -> {
      Expr alpha = alpha(m);
      Expr beta = beta(m, data);
      m.observe("y", bernoulliLogit(alpha.plus(data.matrix(m).product(beta))), data.y());
    };
  }

  private static Expr alpha(ModelContext m) {
    return m.sample("alpha", normal(0, 2.5));
  }

  private static Expr beta(ModelContext m, Predictors data) {
    return m.sample("beta", normal(0, 1), data.columns());
  }
}
