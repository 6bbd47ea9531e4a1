/** Constraints, transforms onto them with their log-Jacobians, and the registry between the two. */
package planish.transforms;
