/** The distributions, one a file, and what those of single numbers have in common. */
package planish.distributions.family;
