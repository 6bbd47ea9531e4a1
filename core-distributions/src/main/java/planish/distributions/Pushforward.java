package planish.distributions;

import planish.autodiff.graph.Expr;

/**
 * What a distribution can do that is written as a simpler one pushed through a bijection: its
 * values are {@code forward(z)} with z drawn from {@link #base()}.
 */
public interface Pushforward {
  /** {@return the distribution of z; its batch shape is that of the whole} */
  Distribution base();

  /** {@return the value for a z of the base} */
  Expr forward(Expr z);

  /** {@return the z for a value; NaN where there is none} */
  Expr inverse(Expr value);
}
