package planish.app.tutorial;

import planish.diagnostics.Draws;
import planish.diagnostics.Summary;
import planish.diagnostics.Verdict;

/**
 * What one seed of a setting gave.
 *
 * @param first the first chain alone
 * @param good whether the verdict on all chains together is good
 * @param moments of all chains together
 */
record StudyRun(Chain first, boolean good, Moments moments) {
  static StudyRun of(Draws draws, Setting setting) {
    return new StudyRun(
        Chain.first(draws, setting),
        draws.chains() >= Verdict.CHAINS && Verdict.of(draws, Summary.of(draws)).isGood(),
        Moments.of(draws, setting));
  }

  /**
   * {@return how many chains are made of each seed: more than one where they are judged together}
   */
  static int chains(Setting setting) {
    return setting.truthKnown() || !setting.good() ? Verdict.CHAINS : 1;
  }
}
