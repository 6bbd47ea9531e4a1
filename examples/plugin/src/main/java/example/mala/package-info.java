/** The Metropolis-adjusted Langevin algorithm, found as a service. */
package example.mala;
