/**
 * The loops under everything: elementwise functions, reductions over eight virtual lanes, products.
 * Plain loops and Vector API loops give the same bits.
 */
package planish.autodiff.vector;
