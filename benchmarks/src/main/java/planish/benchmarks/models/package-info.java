/** The models that are measured, in their plainest form and in others of the same density. */
package planish.benchmarks.models;
