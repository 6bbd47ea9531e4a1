package planish.acceptance;

import static planish.acceptance.ReferenceData.design;
import static planish.acceptance.ReferenceData.product;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The linear regressions with flat priors among posteriordb's posteriors. */
final class ReferenceRegressions {
  /** Their names: data, a hyphen, model. */
  static final List<String> NAMES =
      List.of(
          "earnings-earn_height",
          "earnings-log10earn_height",
          "earnings-logearn_height",
          "earnings-logearn_interaction",
          "earnings-logearn_logheight_male",
          "kidiq_with_mom_work-kidscore_interaction_c",
          "kidiq_with_mom_work-kidscore_interaction_z",
          "kidiq_with_mom_work-kidscore_mom_work",
          "mesquite-mesquite",
          "mesquite-logmesquite",
          "mesquite-logmesquite_logva",
          "mesquite-logmesquite_logvash",
          "nes1972-nes",
          "nes1980-nes",
          "nes1984-nes",
          "nes1992-nes",
          "nes1996-nes");

  private ReferenceRegressions() {}

  static Regression read(Path folder, String name) throws IOException {
    String[] parts = name.split("-");
    ReferenceData data = ReferenceData.read(folder, parts[0]);
    return switch (parts[0]) {
      case "earnings" -> earnings(parts[1], data);
      case "kidiq_with_mom_work" -> scores(parts[1], data);
      case "mesquite" -> mesquite(parts[1], data);
      default -> election(data);
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

  private static Regression scores(String model, ReferenceData data) {
    double[] score = data.column("kid_score");
    if (model.equals("kidscore_mom_work")) {
      return new Regression(
          design(is(data, "mom_work", 2), is(data, "mom_work", 3), is(data, "mom_work", 4)), score);
    }
    boolean scaled = model.endsWith("_z");
    double[] school = centred(data.column("mom_hs"), scaled);
    double[] iq = centred(data.column("mom_iq"), scaled);
    return new Regression(design(school, iq, product(school, iq)), score);
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
