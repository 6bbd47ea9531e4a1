package planish.compiler;

import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.SumLog1pExp;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.Unary;
import planish.autodiff.vector.UnaryFunction;

/** About how many bytes of code things become: methods of more than 3,300 run slower. */
final class Bytes {
  /** As long as a method should be. */
  static final int METHOD = 3000;

  /** What reading a slot that is no local variable costs. */
  static final int LOAD = 9;

  /** What reading a number that is handed in costs. */
  static final int DATUM = 24;

  private Bytes() {}

  static int of(Step step) {
    return switch (step) {
      case Step.Copy copy -> 9;
      case Step.Write write -> 14;
      case Step.Read read -> 12;
      case Step.Guard guard -> 22;
      case Step.Unary unary -> 20;
      case Step.Binary binary -> comparison(binary) ? 30 : 22;
      case Step.Fma fma -> 26;
      case Step.Select select -> 36;
      case Step.Call call -> 20;
      case Step.CopyIn copy -> 24;
      case Step.CopyOut copy -> 24;
      case Step.Recur recur -> 12;
      case Step.Combine combine -> 20;
      case Step.Run run -> 100;
    };
  }

  private static boolean comparison(Step.Binary binary) {
    return switch (binary.f()) {
      case LESS, LESS_OR_EQUAL, EQUAL, LOG_BETA, POLYGAMMA -> true;
      default -> false;
    };
  }

  /** About how many bytes an operation is in the body of a loop over vectors. */
  static int inLoop(Op op, int operands) {
    return switch (op) {
      case Unary unary -> 20 + function(unary.function());
      case Gather gather -> 40;
      case Broadcast broadcast -> 40;
      case Transpose transpose -> 40;
      case Check check -> 60;
      case OrderedSum sum -> 30 * operands;
      case SumLog1pExp sum -> 500;
      default -> 60;
    };
  }

  private static int function(UnaryFunction f) {
    return switch (f) {
      case NEGATE, ABS, SQUARE, RECIPROCAL, SQRT -> 10;
      case SIGN -> 30;
      case EXP, EXPM1, TANH, INV_LOGIT -> 450;
      case LOG, LOG1P -> 450;
      case LOG1P_EXP -> 650;
      default -> 200;
    };
  }
}
