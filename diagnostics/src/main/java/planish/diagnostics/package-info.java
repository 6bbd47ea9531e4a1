/** Draws and their diagnostics; requires nothing of Planish, so that any draws can be judged. */
package planish.diagnostics;
