/**
 * Kernels and what surrounds them: a kernel is a step from (random generator, state, tuning) to
 * (state, statistics); adaptation is a separate algorithm that makes the tuning; everything that a
 * chain needs to go on later can be written down.
 */
package planish.kernels;
