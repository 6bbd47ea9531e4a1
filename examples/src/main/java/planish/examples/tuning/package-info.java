/** Models written in many ways that mean the same. */
package planish.examples.tuning;
