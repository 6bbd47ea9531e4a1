/** Sums over rows whose data are summed once. */
package planish.autodiff.rewrite.statistics;
