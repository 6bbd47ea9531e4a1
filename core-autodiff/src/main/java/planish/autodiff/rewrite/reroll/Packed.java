package planish.autodiff.rewrite.reroll;

import planish.autodiff.graph.Expr;

/**
 * What several statements compute at one place: a value for each.
 *
 * @param value an array whose first axis runs over the statements, or one value for all
 * @param shared whether it is one value for all
 */
record Packed(Expr value, boolean shared) {}
