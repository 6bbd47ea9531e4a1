package planish.app.tutorial;

/**
 * Something that is said of a setting, and whether the study found it so.
 *
 * @param setting the setting's number
 * @param what is claimed
 * @param figure what was found
 * @param bound what it is held against
 * @param met whether the claim holds
 */
record Claim(String setting, String what, String figure, String bound, boolean met) {
  /** A number that may be at most so large; NaN is too large. */
  static Claim atMost(String setting, String what, String format, double figure, double bound) {
    return new Claim(
        setting,
        what,
        Numbers.text(format, figure),
        "at most " + Numbers.text("%s", bound).replaceFirst("\\.0$", ""),
        figure <= bound);
  }

  /** Seeds of which something holds: at least so many. */
  static Claim atLeast(String setting, String what, long count, int seeds, long bound) {
    return new Claim(
        setting,
        what,
        count + " of " + seeds,
        bound == seeds ? "all" : "at least " + bound,
        count >= bound);
  }

  /** Seeds of which something must hold of none. */
  static Claim none(String setting, String what, long count, int seeds) {
    return new Claim(setting, what, count + " of " + seeds, "none", count == 0);
  }
}
