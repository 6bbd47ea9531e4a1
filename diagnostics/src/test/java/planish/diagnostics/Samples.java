package planish.diagnostics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws for tests, put together from columns. */
final class Samples {
  private final Map<String, double[][]> statistics = new LinkedHashMap<>();
  private final List<Quantity> quantities = new ArrayList<>();
  private final List<double[][]> columns = new ArrayList<>();

  /** Independent standard normal draws. */
  static double[][] normal(int chains, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[chains][draws];
    for (double[] chain : columns) {
      for (int k = 0; k < draws; k++) {
        chain[k] = random.nextGaussian();
      }
    }
    return columns;
  }

  static double[][] constant(int chains, int draws, double value) {
    return Chains.map(new double[chains][draws], x -> value);
  }

  Samples statistic(String name, double[][] chains) {
    statistics.put(name, chains);
    return this;
  }

  Samples scalar(String name, double[][] chains) {
    quantities.add(new Quantity(name, List.of(), columns.size(), List.of(name)));
    columns.add(chains);
    return this;
  }

  Samples vector(String name, List<double[][]> elements) {
    List<String> names = new ArrayList<>();
    for (int k = 1; k <= elements.size(); k++) {
      names.add(name + "[" + k + "]");
    }
    quantities.add(new Quantity(name, List.of(elements.size()), columns.size(), names));
    columns.addAll(elements);
    return this;
  }

  Draws draws(int chains) {
    return new Draws(
        quantities,
        List.copyOf(statistics.keySet()),
        byChain(columns, chains),
        byChain(List.copyOf(statistics.values()), chains));
  }

  private static double[][][] byChain(List<double[][]> columns, int chains) {
    double[][][] result = new double[chains][columns.size()][];
    for (int c = 0; c < chains; c++) {
      for (int k = 0; k < columns.size(); k++) {
        result[c][k] = columns.get(k)[c];
      }
    }
    return result;
  }
}
