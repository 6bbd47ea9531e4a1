package planish.app.tutorial;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers as the tutorial's tables show them. */
final class Numbers {
  private Numbers() {}

  static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** As in {@code 3.162, 0.316}. */
  static String texts(double[] values) {
    return Arrays.stream(values).mapToObj(x -> text("%.3f", x)).collect(Collectors.joining(", "));
  }

  /** As in {@code 0.951 to 1.089}. */
  static String range(String format, double[] values) {
    return text(format, Arrays.stream(values).min().orElseThrow())
        + " to "
        + text(format, Arrays.stream(values).max().orElseThrow());
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
