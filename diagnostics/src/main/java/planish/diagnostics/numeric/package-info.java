/** The few special functions and transforms that the diagnostics need; not exported. */
package planish.diagnostics.numeric;
