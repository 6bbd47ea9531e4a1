package planish.app.tutorial;

/**
 * What is known of one of a setting's variables.
 *
 * @param name its name
 * @param published the R-hat that the tutorial printed; empty where it has none
 * @param numpyro what NumPyro 0.22 gave: the least and greatest of ten chains in double precision,
 *     or one number, of one chain in single precision; empty where none was made
 * @param sds the true standard deviations: of each component, or one that all share; none where
 *     they are not known
 */
record Variable(String name, String published, String numpyro, double... sds) {}
