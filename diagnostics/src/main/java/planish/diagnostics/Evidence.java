package planish.diagnostics;

/**
 * What the checks look at.
 *
 * @param draws the draws, at least one of each chain
 * @param summary their summary
 * @param maxTreeDepth the sampler's maximum tree depth, or {@link #UNKNOWN_DEPTH}
 */
record Evidence(Draws draws, Summary summary, int maxTreeDepth) {
  static final int UNKNOWN_DEPTH = Integer.MAX_VALUE;

  /** {@return the number of draws of all chains together} */
  int size() {
    return draws.chains() * draws.draws();
  }

  /** {@return as in {@code 12 of 4000 draws (0.3 %)}} */
  String share(int count) {
    double percent = 100.0 * count / size();
    int decimals = percent >= 10 || percent == 0 ? 0 : percent >= 0.095 ? 1 : 3;
    return count + " of " + size() + " draws (" + Rounding.fixed(percent, decimals) + " %)";
  }
}
