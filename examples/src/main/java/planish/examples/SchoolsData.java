package planish.examples;

import java.util.Optional;
import planish.model.DataSet;

/**
 * Estimated effects of coaching in eight schools, with their standard errors: D. B. Rubin,
 * "Estimation in parallel randomized experiments", Journal of Educational Statistics 6, 1981, table
 * 1.
 *
 * @param y the estimated effect of each school, in points
 * @param sigma its standard error
 */
record SchoolsData(double[] y, double[] sigma) {
  static SchoolsData of(Optional<DataSet> given) {
    return given.map(SchoolsData::read).orElseGet(SchoolsData::rubin);
  }

  private static SchoolsData rubin() {
    return new SchoolsData(
        new double[] {28, 8, -3, 7, -1, 1, 18, 12}, new double[] {15, 10, 16, 11, 9, 11, 10, 18});
  }

  private static SchoolsData read(DataSet data) {
    int schools = data.integer("J", 1);
    return new SchoolsData(data.vector("y", schools), data.vector("sigma", schools));
  }

  int schools() {
    return y.length;
  }
}
