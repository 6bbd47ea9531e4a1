package planish.sampling.csv;

/**
 * What a chain's warm-up has arrived at, as a Stan CSV has it.
 *
 * @param stepSize the step size
 * @param diagonal whether the rows are one row, the diagonal of the inverse mass matrix
 * @param inverseRows the rows of the inverse mass matrix over the unconstrained coordinates, or its
 *     diagonal; no rows for the identity. The arrays are not copied.
 */
public record Adaptation(double stepSize, boolean diagonal, double[][] inverseRows) {}
