package planish.spi;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a user may have meant, for messages about unknown names. */
public final class Spelling {
  private Spelling() {}

  /**
   * {@return the nearest of the names that exist, if one is near: at most a third of the letters
   * differ}
   *
   * @param name what was written
   * @param existing the names that exist
   */
  public static Optional<String> nearest(String name, Stream<String> existing) {
    return existing
        .min(Comparator.comparingInt((String other) -> distance(name, other)))
        .filter(other -> distance(name, other) * 3 <= Math.max(name.length(), other.length()) + 1);
  }

  /**
   * {@return the message for an unknown name: with the nearest one, or with the list of all}
   *
   * @param kind what is named: {@code kernel}
   * @param name what was written
   * @param existing the names that exist
   */
  public static String unknown(String kind, String name, Stream<String> existing) {
    List<String> all = existing.sorted().toList();
    String start = "unknown " + kind + " '" + name + "'";
    String hint =
        nearest(name, all.stream()).map(other -> "; did you mean '" + other + "'?").orElse("");
    return start
        + hint
        + (all.isEmpty() ? "; there are none" : "; known: " + String.join(", ", all));
  }

  /** The Damerau–Levenshtein distance with adjacent transpositions (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, d);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] d) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
