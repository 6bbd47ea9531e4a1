/** Reparameterisations: each rewrites one site and leaves the user's model as it is. */
package planish.reparam;
