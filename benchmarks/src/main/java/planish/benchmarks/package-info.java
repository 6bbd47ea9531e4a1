/** Time per gradient and per leapfrog step, with JMH; {@code benchmarks/run} starts it. */
package planish.benchmarks;
