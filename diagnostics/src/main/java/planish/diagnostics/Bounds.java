package planish.diagnostics;

/**
 * From where on R-hat and effective sample sizes speak against draws.
 *
 * <p>With at least 4 chains: R-hat 1.01, 400 effective draws of all chains together (Vehtari et al.
 * 2021, sections 2 and 3.2).
 *
 * <p>Of fewer chains there are fewer draws, and the same would fault chains that are as good as
 * those. So 100 effective draws of each chain are enough, a fourth of what four have, and 50 where
 * only half of each chain is looked at; and as the largest R-hat of many equally good numbers rises
 * above 1 about as the reciprocal of the number of chains, by chance alone, its bound is 1 + 0.05 /
 * chains, for a single one 1.05.
 *
 * @param rHat from here on R-hat speaks against the draws
 * @param ess below this the bulk and tail effective sample sizes do
 */
record Bounds(double rHat, double ess) {
  private static final Bounds FULL = new Bounds(1.01, 400);

  static Bounds of(int chains) {
    return chains >= Verdict.CHAINS ? FULL : new Bounds(1 + 0.05 / chains, 100.0 * chains);
  }

  /** {@return the bounds where only half of each chain is looked at} */
  static Bounds ofHalves(int chains) {
    return chains >= Verdict.CHAINS ? FULL : new Bounds(of(chains).rHat(), of(chains).ess() / 2);
  }

  /** {@return R-hat's bound as text: {@code 1.01}, {@code 1.025}} */
  String rHatText() {
    String text = Rounding.fixed(rHat, 3);
    return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
  }

  /** {@return the bound of effective sample sizes as text: {@code 400}} */
  String essText() {
    return Rounding.fixed(ess, 0);
  }

  boolean rejectsRHat(double value) {
    return value >= rHat;
  }

  boolean rejectsEss(double value) {
    return value < ess;
  }
}
