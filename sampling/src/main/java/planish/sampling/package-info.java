/**
 * Runs: {@link planish.sampling.Run} takes a posterior and gives back draws, in memory and in
 * files, and goes on where an earlier run was stopped.
 */
package planish.sampling;
