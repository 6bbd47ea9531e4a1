package planish.autodiff.program;

/**
 * A result of a tape.
 *
 * @param place where it stands
 * @param slot which output array receives it
 * @param offset index of its first element there
 */
public record TapeOutput(TapeNode.Place place, int slot, int offset) {}
