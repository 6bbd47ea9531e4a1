package planish.autodiff.graph;

import java.util.List;
import planish.autodiff.Shape;

/**
 * A function that is not made of operations, such as a solver, and that brings its own derivative.
 * Must give the same bits for the same arguments. Compared by identity.
 */
public interface ExternalFunction {
  /** {@return its name, for people} */
  String name();

  /**
   * {@return the shape of the result}
   *
   * @throws IllegalArgumentException if the operands' shapes do not fit
   */
  Shape shape(List<Shape> operands);

  /**
   * Evaluates.
   *
   * @param operands the arguments' values
   * @param out receives the result; NaN where there is none
   */
  void evaluate(double[][] operands, double[] out);

  /**
   * {@return the adjoints of the operands, one for each; {@code null} where the derivative is zero}
   *
   * @param self the result
   * @param operands the arguments
   * @param adjoint the result's adjoint
   */
  List<Expr> pullback(Expr self, List<Expr> operands, Expr adjoint);

  /**
   * {@return evaluations with a workspace of their own: one for each program that calls the
   * function}
   */
  default Call open() {
    return (operands, out) -> {
      evaluate(operands, out);
      return null;
    };
  }

  /** Evaluations in one program, one at a time. */
  @FunctionalInterface
  interface Call {
    /**
     * Evaluates.
     *
     * @param operands the arguments' values
     * @param out receives the result
     * @return why there is none; null where there is
     */
    Evaluation.Failure evaluate(double[][] operands, double[] out);
  }
}
