/** Algebra on single operations and sums, and what is known of signs. */
package planish.autodiff.rewrite.algebra;
