package planish.compiler;

/** What a step reads: a number that is known or handed in, or what another step put into a slot. */
sealed interface Arg {
  Arg ZERO = new Number(0);

  /** A number known when code is generated. */
  record Number(double value) implements Arg {}

  /** An element of a known value that is handed in, by its array's index. */
  record Datum(int handed, int element) implements Arg {}

  /** A place of the tape; later ones are temporary. Each is written once. */
  record Slot(int index) implements Arg {}
}
