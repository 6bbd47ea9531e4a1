package planish.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stored draws and what R's posterior and NumPyro say of them; made by reference.R and
 * numpyro.py.
 */
final class Reference {
  private Reference() {}

  /** Chains by the name of the case. */
  static Map<String, double[][]> draws() {
    Map<String, List<double[]>> cases = new LinkedHashMap<>();
    for (String line : lines("draws.csv")) {
      String[] fields = line.split(",");
      double[] chain = Arrays.stream(fields).skip(1).mapToDouble(Double::parseDouble).toArray();
      cases.computeIfAbsent(fields[0], name -> new ArrayList<>()).add(chain);
    }
    Map<String, double[][]> draws = new LinkedHashMap<>();
    cases.forEach((name, chains) -> draws.put(name, chains.toArray(double[][]::new)));
    return draws;
  }

  static double[][] draws(String name) {
    return draws().get(name);
  }

  /** Values of one case, by the name of the measure. */
  static Map<String, Double> values(String name) {
    return values("reference.csv", name);
  }

  /** Values of one case in a resource, by the name of the measure. */
  static Map<String, Double> values(String resource, String name) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String line : lines(resource)) {
      String[] fields = line.split(",");
      if (fields[0].equals(name)) {
        values.put(fields[1], Double.valueOf(fields[2]));
      }
    }
    return values;
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Reference.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
