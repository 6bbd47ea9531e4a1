package planish.app.command;

import java.nio.file.Path;
import planish.autodiff.rewrite.Rewrites;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Trace;
import planish.sampling.PosteriorPredictive;
import planish.sampling.json.JsonArrays;
import planish.sampling.json.NamedArray;
import planish.spi.Services;
import planish.transforms.Transforms;

/**
 * A model with its data.
 *
 * @param name what it is called
 * @param model what it states
 * @param rewrites what is applied to its log density
 */
record LoadedModel(String name, Model model, Rewrites rewrites) {
  /**
   * {@return the model of a provider, with some of its sites rewritten}
   *
   * @param origin how it is made
   * @param environment where reparameterisations and transforms are looked for
   * @throws planish.spi.UserException if the data cannot be read, or do not fit the model, or a
   *     rewrite is unknown
   */
  static LoadedModel of(ModelProvider provider, ModelOrigin origin, Environment environment) {
    ReparamTexts reparams =
        ReparamTexts.parse(origin.reparams(), environment.registry(Kind.REPARAMETERISATION));
    Rewrites kept = Rewrites.all().without(origin.without());
    Model plain = provider.create(origin.options(), origin.data().map(LoadedModel::data));
    return new LoadedModel(
        provider.name(), reparams.apply(plain, Transforms.of(environment.services())), kept);
  }

  private static DataSet data(Path file) {
    DataSet data = DataSet.empty(file.toString());
    for (NamedArray array : JsonArrays.read(file).values()) {
      data = data.with(array.name(), array.values(), array.shape());
    }
    return data;
  }

  /** {@return its posterior, with the transforms of plugins too} */
  Posterior posterior(Services services) {
    return Posteriors.compile(name, model, Transforms.of(services), rewrites);
  }

  /** {@return what it would observe, with the transforms of plugins too} */
  PosteriorPredictive predictive(Services services) {
    return PosteriorPredictive.of(model, Transforms.of(services));
  }

  /** {@return its sites, with the transforms of plugins too} */
  Trace trace(Services services) {
    return Trace.of(model, Transforms.of(services));
  }

  /** {@return the same with other rewrites of its log density} */
  LoadedModel with(Rewrites others) {
    return new LoadedModel(name, model, others);
  }
}
