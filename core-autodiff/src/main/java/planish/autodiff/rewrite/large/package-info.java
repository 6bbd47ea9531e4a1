/** Sums over a great many rows as sums over shards. */
package planish.autodiff.rewrite.large;
