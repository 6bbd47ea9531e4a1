package planish.autodiff.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of the table of operations.
 *
 * @param name of the operation, or of the elementwise function
 * @param inputs how many numbers the function is given
 * @param from the least of the random numbers at which derivatives are compared
 * @param to the greatest of them
 * @param function contains the operation
 * @param cases values at ordinary numbers
 * @param edges values at NaN, infinities and the domain's ends
 * @param empty the same operation given an array of length 0
 * @param differentiable whether it has a derivative
 */
public record OperationRow(
    String name,
    int inputs,
    double from,
    double to,
    Function<Expr, Expr> function,
    List<Case> cases,
    List<Case> edges,
    Optional<Empty> empty,
    boolean differentiable) {

  /** What comes of some numbers. */
  public record Case(double[] at, double[] expected) {}

  /** What comes of no numbers. */
  public record Empty(Function<Expr, Expr> function, double[] expected) {}

  OperationRow(String name, int inputs, double from, double to, Function<Expr, Expr> function) {
    this(name, inputs, from, to, function, List.of(), List.of(), Optional.empty(), true);
  }

  private static List<Case> and(List<Case> some, double[] at, double[] expected) {
    List<Case> all = new ArrayList<>(some);
    all.add(new Case(at, expected));
    return List.copyOf(all);
  }

  OperationRow value(double[] at, double[] expected) {
    return new OperationRow(
        name, inputs, from, to, function, and(cases, at, expected), edges, empty, differentiable);
  }

  OperationRow edge(double[] at, double[] expected) {
    return new OperationRow(
        name, inputs, from, to, function, cases, and(edges, at, expected), empty, differentiable);
  }

  OperationRow none(double[] expected, Function<Expr, Expr> of) {
    Optional<Empty> nothing = Optional.of(new Empty(of, expected));
    return new OperationRow(
        name, inputs, from, to, function, cases, edges, nothing, differentiable);
  }

  /** With as many zeros for an answer. */
  OperationRow none(int zeros, Function<Expr, Expr> of) {
    return none(new double[zeros], of);
  }

  /** With nothing for an answer. */
  OperationRow none(Function<Expr, Expr> of) {
    return none(0, of);
  }

  OperationRow withoutDerivative() {
    return new OperationRow(name, inputs, from, to, function, cases, edges, empty, false);
  }

  @Override
  public String toString() {
    return name;
  }
}
