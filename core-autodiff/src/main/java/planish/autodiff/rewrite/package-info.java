/**
 * Rewrites of graphs: the same values from less work.
 *
 * <p>A rewrite takes what a model computes and gives expressions of the same graph that have the
 * same values, up to rounding. Those of the first stage see the log density before it is
 * differentiated, those of the second the value together with its gradient. {@link
 * planish.autodiff.rewrite.Rewrites} names them all, in the order in which they are applied.
 */
package planish.autodiff.rewrite;
