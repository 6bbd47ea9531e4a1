package planish.app.tutorial;

/**
 * The exact moments of a variable's components, where they are known.
 *
 * @param means of each component, or one that all share; none where they are not known
 * @param sds likewise
 */
record Truth(double[] means, double[] sds) {
  private static final Truth UNKNOWN = new Truth(new double[0], new double[0]);

  static Truth unknown() {
    return UNKNOWN;
  }

  static Truth centred(double... sds) {
    return new Truth(new double[] {0}, sds);
  }

  boolean known() {
    return sds.length > 0;
  }

  double mean(int component) {
    return of(means, component);
  }

  double variance(int component) {
    double sd = of(sds, component);
    return sd * sd;
  }

  private static double of(double[] values, int component) {
    return values[values.length == 1 ? 0 : component];
  }
}
