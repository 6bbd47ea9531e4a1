/** Matrices that are known, symmetric, or built from their factors. */
package planish.autodiff.rewrite.matrix;
