package planish.model;

import planish.autodiff.rewrite.Rewrites;
import planish.transforms.Transforms;

/** Makes posteriors of models. */
public final class Posteriors {
  private Posteriors() {}

  /**
   * {@return the posterior of a model, traced once and compiled}
   *
   * @param name what the model is called in messages and files
   * @throws planish.spi.UserException if the model states something wrong (a name twice, shapes
   *     that do not broadcast, data outside the support) or throws; the message names the site and
   *     the line
   */
  public static Posterior compile(String name, Model model) {
    return compile(name, model, Transforms.boot());
  }

  /**
   * {@return the posterior of a model, with the transforms of plugins too}
   *
   * @param name what the model is called in messages and files
   * @param transforms where transforms are looked for
   * @throws planish.spi.UserException as {@link #compile(String, Model)}
   */
  public static Posterior compile(String name, Model model, Transforms transforms) {
    return compile(name, model, transforms, Rewrites.all());
  }

  /**
   * {@return the posterior of a model, with only some rewrites of its log density}
   *
   * @param name what the model is called in messages and files
   * @param transforms where transforms are looked for
   * @param rewrites what is applied to the log density and its gradient; none of them changes the
   *     posterior
   * @throws planish.spi.UserException as {@link #compile(String, Model)}
   */
  public static Posterior compile(
      String name, Model model, Transforms transforms, Rewrites rewrites) {
    return CompiledPosterior.compile(name, model, transforms, rewrites);
  }
}
