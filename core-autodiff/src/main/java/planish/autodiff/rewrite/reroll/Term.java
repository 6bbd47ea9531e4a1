package planish.autodiff.rewrite.reroll;

/**
 * A term of a sum.
 *
 * @param node what is added
 * @param times how many times; less than 0 if it is subtracted
 */
record Term(int node, int times) {}
