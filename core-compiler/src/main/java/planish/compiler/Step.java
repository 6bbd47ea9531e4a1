package planish.compiler;

import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** One statement of straight-line code. */
sealed interface Step {
  /** {@return the slot it writes, or -1} */
  default int out() {
    return -1;
  }

  /** One that makes a number of numbers. */
  sealed interface Arithmetic extends Step {}

  /** out = f(a). */
  record Unary(UnaryFunction f, Arg a, int out) implements Arithmetic {}

  /** out = f(a, b). */
  record Binary(BinaryFunction f, Arg a, Arg b, int out) implements Arithmetic {}

  /** out = fma(a, b, c). */
  record Fma(Arg a, Arg b, Arg c, int out) implements Arithmetic {}

  /** out = a where the condition holds, else b. */
  record Select(Arg condition, Arg a, Arg b, int out) implements Arithmetic {}

  /** out = a. */
  record Copy(Arg a, int out) implements Arithmetic {}

  /** out = in[kind][index]. */
  record Read(int kind, int index, int out) implements Step {}

  /** Stops where the condition does not hold. */
  record Guard(Arg condition) implements Step {}

  /** out[slot][index] = a. */
  record Write(Arg a, int slot, int index) implements Step {}

  /** An input array goes into the workspace. */
  record CopyIn(int kind, int from, int node, int size) implements Step {}

  /** A result goes from where it stands into an output array. */
  record CopyOut(Operand from, int slot, int to) implements Step {}

  /** An operation is evaluated as the interpreter does it. */
  record Call(int node) implements Step {}

  /** A recurrence. */
  record Recur(ScanPlan scan) implements Step {}

  /** A loop over vectors of one length. */
  record Run(Loop loop) implements Step {}

  /** out = what the virtual lanes of a reduction of a loop make together. */
  record Combine(Loop loop, int reduction, int out) implements Step {}
}
