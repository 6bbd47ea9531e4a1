package planish.nuts;

import planish.kernels.Phase;
import planish.spi.UserException;

/**
 * How often a trajectory is doubled at most.
 *
 * @param warmup while the tuning may change
 * @param sampling afterwards
 */
record TreeDepths(int warmup, int sampling) {
  static final int GREATEST = 20;

  /**
   * {@return the depths of a text: one number for both, or two with a comma between}
   *
   * @throws UserException if it is neither, or a depth is out of range
   */
  static TreeDepths parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length > 2) {
      throw wrong(text, " or two as in 8,10");
    }
    String what = parts.length == 1 ? "" : " before the comma and one after it (warm-up, draws)";
    int warmup = depth(parts[0].strip(), text, what);
    return new TreeDepths(warmup, depth(parts[parts.length - 1].strip(), text, what));
  }

  private static int depth(String part, String text, String what) {
    if (!part.matches("[0-9]{1,2}")) {
      throw wrong(text, what);
    }
    int depth = Integer.parseInt(part);
    if (depth < 1 || depth > GREATEST) {
      throw wrong(text, what);
    }
    return depth;
  }

  private static UserException wrong(String text, String what) {
    return new UserException(
        "option --%s: expected a whole number from 1 to %d%s, but got '%s'"
            .formatted(NutsProvider.MAX_TREE_DEPTH, GREATEST, what, text));
  }

  int in(Phase phase) {
    return switch (phase) {
      case WARMUP -> warmup;
      case SAMPLING -> sampling;
    };
  }

  int greatest() {
    return Math.max(warmup, sampling);
  }
}
