package planish.autodiff.graph;

/** An expression of one graph was used in another. */
public final class ForeignExpression extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ForeignExpression(String message) {
    super(message);
  }
}
