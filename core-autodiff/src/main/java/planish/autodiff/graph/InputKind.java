package planish.autodiff.graph;

/** What an input of a graph is, and which array of a program's inputs it is read from. */
public enum InputKind {
  /** The unconstrained position; gradients are taken with respect to it. */
  POSITION,
  /** Numbers that tune the coordinates: a learned centring, a temperature. */
  TUNING,
  /** Data that are bound after compilation. */
  DATA
}
