package planish.model;

/**
 * A reparameterisation that looks at nothing but the site that it rewrites, and so can also be used
 * inside a model, around one statement: see {@link ModelContext#reparam}.
 */
public interface SiteReparam extends Reparam, Prepared {
  @Override
  default Prepared prepare(Trace plain) {
    return this;
  }
}
