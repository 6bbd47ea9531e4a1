package planish.examples;

import java.util.Optional;
import planish.model.DataSet;
import planish.spi.UserException;

/** For models that have no data. */
final class NoData {
  private NoData() {}

  static void check(String model, Optional<DataSet> data) {
    if (data.isPresent()) {
      throw new UserException("model '" + model + "' takes no data; leave --data out");
    }
  }
}
