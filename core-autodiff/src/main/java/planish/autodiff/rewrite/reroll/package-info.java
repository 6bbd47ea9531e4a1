/** Loops of the model's program: many statements of one form become one over arrays. */
package planish.autodiff.rewrite.reroll;
