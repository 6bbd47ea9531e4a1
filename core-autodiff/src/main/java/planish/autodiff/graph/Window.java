package planish.autodiff.graph;

/**
 * Where a node's value stands: in an array, from an offset on.
 *
 * @param array a workspace, or a data array that is shared
 * @param offset index of the first element
 */
public record Window(double[] array, int offset) {}
