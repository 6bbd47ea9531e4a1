package planish.app.command;

import java.nio.file.Path;
import java.util.Optional;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Trace;
import planish.sampling.json.JsonArrays;
import planish.sampling.json.NamedArray;
import planish.spi.Options;
import planish.spi.Services;
import planish.transforms.Transforms;

/**
 * A model with its data.
 *
 * @param name what it is called
 * @param model what it states
 */
record LoadedModel(String name, Model model) {
  /**
   * {@return the model of a provider}
   *
   * @param options the provider's, checked
   * @param file the user's data, if any
   * @throws planish.spi.UserException if the data cannot be read, or do not fit the model
   */
  static LoadedModel of(ModelProvider provider, Options options, Optional<Path> file) {
    Optional<DataSet> data = file.map(LoadedModel::data);
    return new LoadedModel(provider.name(), provider.create(options, data));
  }

  private static DataSet data(Path file) {
    DataSet data = DataSet.empty(file.toString());
    for (NamedArray array : JsonArrays.read(file).values()) {
      data = data.with(array.name(), array.values(), array.shape());
    }
    return data;
  }

  /** {@return the same with some of its sites rewritten} */
  LoadedModel rewritten(ReparamTexts rewrites) {
    return new LoadedModel(name, rewrites.apply(model));
  }

  /** {@return its posterior, with the transforms of plugins too} */
  Posterior posterior(Services services) {
    return Posteriors.compile(name, model, Transforms.of(services));
  }

  /** {@return a table of its sites} */
  String trace() {
    return Trace.of(model).table();
  }
}
