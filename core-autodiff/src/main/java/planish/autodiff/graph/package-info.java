/**
 * The expression graph: hash-consed nodes over constants, data and inputs, and their derivatives.
 */
package planish.autodiff.graph;
