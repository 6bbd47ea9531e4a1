/**
 * Hamiltonian dynamics on positions and momenta: phase points and their pool, the leapfrog
 * integrator, the search for a first step size. Kernels that simulate such dynamics are made of
 * these.
 */
package planish.hmc;
