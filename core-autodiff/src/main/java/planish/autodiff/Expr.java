package planish.autodiff;

/** Placeholder signature; the graph replaces it. */
public interface Expr {
  /** {@return its shape} */
  Shape shape();
}
