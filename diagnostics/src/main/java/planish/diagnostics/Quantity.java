package planish.diagnostics;

import java.util.List;

/**
 * A named array among the draws: a site, a deterministic, a generated quantity.
 *
 * @param name the user's name
 * @param lengths axis lengths; empty for a scalar
 * @param offset index of its first element among a draw's columns
 * @param elements the elements' names, in row-major order: {@code theta[1]}
 */
public record Quantity(String name, List<Integer> lengths, int offset, List<String> elements) {
  /** Copies the lists. */
  public Quantity {
    lengths = List.copyOf(lengths);
    elements = List.copyOf(elements);
  }
}
