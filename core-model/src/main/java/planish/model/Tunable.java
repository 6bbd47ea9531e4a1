package planish.model;

/**
 * What a site of numbers that may be changed begins with.
 *
 * @param initial in row-major order; not to be changed
 * @param minimum the least value allowed, itself included
 * @param maximum the greatest value allowed, itself included
 */
record Tunable(double[] initial, double minimum, double maximum) {}
