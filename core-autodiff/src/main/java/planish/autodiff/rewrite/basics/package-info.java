/** What all rewrites use: the values of known nodes, the nodes that others need, costs, words. */
package planish.autodiff.rewrite.basics;
