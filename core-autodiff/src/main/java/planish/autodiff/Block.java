package planish.autodiff;

/**
 * Where one site's coordinates stand in a position.
 *
 * @param name the site as it is sampled: {@code betas_decentered}
 * @param origin the user's site behind it: {@code betas}; equal to the name where there is no other
 * @param offset index of the first coordinate in the position
 * @param unconstrained shape of the coordinates
 * @param constrained shape of the site's value
 */
public record Block(
    String name, String origin, int offset, Shape unconstrained, Shape constrained) {}
