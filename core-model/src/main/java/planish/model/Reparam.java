package planish.model;

/** A way to sample a site through other coordinates, without a change to the model's text. */
public interface Reparam {
  /**
   * {@return the rewrite for one model}
   *
   * @param plain the model's trace without this rewrite; all sites may be looked at, but its
   *     expressions belong to another graph than those of the run to come
   */
  Prepared prepare(Trace plain);
}
