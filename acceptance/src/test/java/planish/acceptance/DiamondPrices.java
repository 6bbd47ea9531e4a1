package planish.acceptance;

import static planish.autodiff.graph.Functions.product;
import static planish.distributions.Distributions.halfStudentT;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.studentT;

import java.util.Arrays;
import planish.autodiff.graph.Expr;
import planish.model.Model;

/** posteriordb's {@code diamonds}: 24 predictors, centred, of which many say nearly the same. */
final class DiamondPrices {
  private DiamondPrices() {}

  static Model model(ReferenceData data) {
    double[][] x = centred(data.rows("X"));
    return m -> {
      Expr b = m.sample("b", normal(0, 1), x[0].length);
      Expr intercept = m.sample("Intercept", studentT(3, 8, 10));
      Expr sigma = m.sample("sigma", halfStudentT(3, 10));
      m.observe("Y", normal(intercept.plus(product(m.data("X", x), b)), sigma), data.column("Y"));
    };
  }

  /** Without the first column, that of the intercept. */
  private static double[][] centred(double[][] rows) {
    double[][] centred = new double[rows.length][rows[0].length - 1];
    for (int j = 1; j < rows[0].length; j++) {
      int column = j;
      double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
      for (int i = 0; i < rows.length; i++) {
        centred[i][j - 1] = rows[i][j] - mean;
      }
    }
    return centred;
  }
}
