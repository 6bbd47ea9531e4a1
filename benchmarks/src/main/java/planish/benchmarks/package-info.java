/**
 * The scoreboard: times, effective draws and memory, with JMH; {@code benchmarks/run} starts it.
 */
package planish.benchmarks;
