/** Expressions and their functions, shapes, log densities and the layout of positions. */
package planish.autodiff;
