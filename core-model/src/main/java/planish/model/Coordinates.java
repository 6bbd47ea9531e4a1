package planish.model;

import planish.autodiff.graph.Expr;

/**
 * The value of a sampled site on both scales.
 *
 * @param unconstrained what a position holds
 * @param value what the user sees
 */
record Coordinates(Expr unconstrained, Expr value) {}
