/** The default way to run: chains of one kernel, each on its own, side by side on threads. */
package planish.sampling.chains;
