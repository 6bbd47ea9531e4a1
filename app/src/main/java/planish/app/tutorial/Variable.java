package planish.app.tutorial;

/**
 * What is known of one of a setting's variables.
 *
 * @param name its name
 * @param published the R-hat that the tutorial printed; empty where it has none
 * @param numpyro what NumPyro 0.22 gave: the least and greatest of ten chains in double precision,
 *     or one number, of one chain in single precision; empty where none was made
 * @param truth its exact moments
 */
record Variable(String name, String published, String numpyro, Truth truth) {
  Variable(String name, String published, String numpyro) {
    this(name, published, numpyro, Truth.unknown());
  }
}
