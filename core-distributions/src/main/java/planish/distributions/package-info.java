/** Distributions: log densities, supports and random draws over arrays of expressions. */
package planish.distributions;
