package planish.app.explain;

import java.time.Duration;
import java.util.Locale;

/** Numbers with their units, for people. */
final class Units {
  private Units() {}

  /** {@return as 12,345} */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@return a size of memory: 1,024 bytes, 12.3 kB, 4.56 MB} */
  static String bytes(long number) {
    return number < 10_000
        ? count(number) + " B"
        : number < 10_000_000 ? digits(number / 1e3) + " kB" : digits(number / 1e6) + " MB";
  }

  /** {@return a time: 0.123 µs, 12.3 µs, 4.56 ms} */
  static String microseconds(double number) {
    return number < 1000
        ? digits(number) + " µs"
        : number < 1_000_000 ? digits(number / 1e3) + " ms" : digits(number / 1e6) + " s";
  }

  /** {@return a time} */
  static String time(Duration duration) {
    return microseconds(duration.toNanos() / 1e3);
  }

  /** Three of them that tell. */
  private static String digits(double number) {
    String format = number < 9.995 ? "%.2f" : number < 99.95 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, number < 0.9995 ? "%.3f" : format, number);
  }
}
