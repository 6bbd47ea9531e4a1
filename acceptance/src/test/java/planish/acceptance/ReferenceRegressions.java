package planish.acceptance;

import static planish.acceptance.ReferenceData.design;
import static planish.acceptance.ReferenceData.product;
import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * posteriordb's linear regressions: of which kidscore_momhs, _momiq, _interaction and blr have
 * priors that are not flat.
 */
final class ReferenceRegressions {
  private ReferenceRegressions() {}

  static Regression of(String model, ReferenceData data) {
    return switch (model) {
      case "blr" -> new Regression(data.rows("X"), data.column("y"), normal(0, 10), halfNormal(10));
      case "nes" -> election(data);
      case "kidscore_interaction", "kidscore_momhs", "kidscore_momiq" -> plainScores(model, data);
      case "kidscore_interaction_c" -> centredScores(false, data);
      case "kidscore_interaction_z" -> centredScores(true, data);
      case "kidscore_mom_work" -> scoresByWork(data);
      default -> model.contains("mesquite") ? mesquite(model, data) : earnings(model, data);
    };
  }

  private static Regression earnings(String model, ReferenceData data) {
    double[] height = data.column("height");
    double[] male = data.column("male");
    double[][] x =
        switch (model) {
          case "logearn_interaction" -> design(height, male, product(height, male));
          case "logearn_logheight_male" -> design(data.column("height", Math::log), male);
          default -> design(height);
        };
    DoubleUnaryOperator scale =
        switch (model) {
          case "earn_height" -> earn -> earn;
          case "log10earn_height" -> Math::log10;
          default -> Math::log;
        };
    return new Regression(x, data.column("earn", scale));
  }

  private static Regression plainScores(String model, ReferenceData data) {
    double[] school = data.column("mom_hs");
    double[] iq = data.column("mom_iq");
    double[][] x =
        switch (model) {
          case "kidscore_momhs" -> design(school);
          case "kidscore_momiq" -> design(iq);
          default -> design(school, iq, product(school, iq));
        };
    return new Regression(x, data.column("kid_score"), halfCauchy(2.5));
  }

  private static Regression centredScores(boolean scaled, ReferenceData data) {
    double[] school = centred(data.column("mom_hs"), scaled);
    double[] iq = centred(data.column("mom_iq"), scaled);
    return new Regression(design(school, iq, product(school, iq)), data.column("kid_score"));
  }

  private static Regression scoresByWork(ReferenceData data) {
    double[][] x =
        design(is(data, "mom_work", 2), is(data, "mom_work", 3), is(data, "mom_work", 4));
    return new Regression(x, data.column("kid_score"));
  }

  /** Less the mean, and where they are scaled divided by two standard deviations. */
  private static double[] centred(double[] values, boolean scaled) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double unit = scaled ? 2 * Math.sqrt(squares / (values.length - 1)) : 1;
    return Arrays.stream(values).map(v -> (v - mean) / unit).toArray();
  }

  private static Regression mesquite(String model, ReferenceData data) {
    double[] group = data.column("group");
    if (model.equals("mesquite")) {
      return new Regression(
          design(
              data.column("diam1"),
              data.column("diam2"),
              data.column("canopy_height"),
              data.column("total_height"),
              data.column("density"),
              group),
          data.column("weight"));
    }
    double[] first = data.column("diam1", Math::log);
    double[] second = data.column("diam2", Math::log);
    double[] canopy = data.column("canopy_height", Math::log);
    double[] total = data.column("total_height", Math::log);
    double[] area = sum(first, second, 1);
    double[] volume = sum(area, canopy, 1);
    double[][] x =
        switch (model) {
          case "logmesquite" ->
              design(first, second, canopy, total, data.column("density", Math::log), group);
          case "logmesquite_logva" -> design(volume, area, group);
          default -> design(volume, area, sum(first, second, -1), total, group);
        };
    return new Regression(x, data.column("weight", Math::log));
  }

  private static double[] sum(double[] a, double[] b, double factor) {
    double[] sum = new double[a.length];
    Arrays.setAll(sum, i -> a[i] + factor * b[i]);
    return sum;
  }

  private static Regression election(ReferenceData data) {
    return new Regression(
        design(
            data.column("real_ideo"),
            data.column("race_adj"),
            is(data, "age_discrete", 2),
            is(data, "age_discrete", 3),
            is(data, "age_discrete", 4),
            data.column("educ1"),
            data.column("gender"),
            data.column("income")),
        data.column("partyid7"));
  }

  private static double[] is(ReferenceData data, String key, int category) {
    return data.column(key, value -> value == category ? 1 : 0);
  }
}
