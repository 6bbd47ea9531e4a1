package planish.model;

import java.util.Optional;
import planish.spi.Options;
import planish.spi.Provider;

/** A model that can be found by name. */
public interface ModelProvider extends Provider {
  /**
   * {@return the model with its data}
   *
   * @param options this provider's options, checked
   * @param data what the user gave in place of the model's own data; empty where nothing was given
   * @throws planish.spi.UserException if the data lack something or have the wrong shape; the
   *     message names the variable, what was found and what was expected
   */
  Model create(Options options, Optional<DataSet> data);
}
