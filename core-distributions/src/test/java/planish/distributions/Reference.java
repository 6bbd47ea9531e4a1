package planish.distributions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import planish.autodiff.graph.Expr;
import planish.spi.Registry;
import planish.spi.Services;

/** Reference values by SciPy: see src/test/python/reference.py; the versions stand in the files. */
final class Reference {
  static final Registry<DistributionProvider> PROVIDERS =
      Services.boot().find(DistributionProvider.class, "distribution");

  private Reference() {}

  static List<String[]> rows(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Reference.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(","))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] numbers(String text) {
    return text.isEmpty()
        ? new double[0]
        : Arrays.stream(text.split(";")).mapToDouble(Double::parseDouble).toArray();
  }

  static Distribution distribution(String name, double[] arguments) {
    return PROVIDERS.get(name).create(DoubleStream.of(arguments).mapToObj(Expr::of).toList());
  }
}
