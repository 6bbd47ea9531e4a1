package planish.autodiff.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * Functions of expressions, to be imported statically. Operands of elementwise functions broadcast
 * by NumPy's rules; wrong shapes throw {@link IllegalArgumentException} with both shapes.
 *
 * <p>Sums, means and extremes over some axes stand in {@link Reductions}, determinants, quadratic
 * and diagonal forms in {@link Matrices}. Special functions are as accurate as {@link
 * planish.autodiff.vector.SpecialFunctions} says.
 */
public final class Functions {
  private Functions() {}

  /**
   * {@return the result of an operation: a node of the operands' graph, or a constant if all
   * operands are}
   *
   * @param op the operation
   * @param operands as many as it takes, of shapes that fit
   * @throws IllegalArgumentException if shapes do not fit, or operands are of different graphs
   */
  public static Expr apply(Op op, Expr... operands) {
    return Build.apply(op, operands);
  }

  // ---- elementwise ------------------------------------------------------------------------------

  /** {@return e to the power x} */
  public static Expr exp(Expr x) {
    return unary(UnaryFunction.EXP, x);
  }

  /** {@return e to the power x, minus one, exact near 0} */
  public static Expr expm1(Expr x) {
    return unary(UnaryFunction.EXPM1, x);
  }

  /** {@return the natural logarithm; NaN below 0, minus infinity at 0} */
  public static Expr log(Expr x) {
    return unary(UnaryFunction.LOG, x);
  }

  /** {@return the natural logarithm of 1 + x, exact near 0; NaN below -1} */
  public static Expr log1p(Expr x) {
    return unary(UnaryFunction.LOG1P, x);
  }

  /** {@return the square root; NaN below 0} */
  public static Expr sqrt(Expr x) {
    return unary(UnaryFunction.SQRT, x);
  }

  /** {@return x times x} */
  public static Expr square(Expr x) {
    return unary(UnaryFunction.SQUARE, x);
  }

  /** {@return the absolute value; its derivative at 0 is 0} */
  public static Expr abs(Expr x) {
    return unary(UnaryFunction.ABS, x);
  }

  /** {@return 1, 0 or -1; its derivative is 0} */
  public static Expr sign(Expr x) {
    return unary(UnaryFunction.SIGN, x);
  }

  /** {@return 1 over x} */
  public static Expr reciprocal(Expr x) {
    return unary(UnaryFunction.RECIPROCAL, x);
  }

  /** {@return the sine of x radians} */
  public static Expr sin(Expr x) {
    return unary(UnaryFunction.SIN, x);
  }

  /** {@return the cosine of x radians} */
  public static Expr cos(Expr x) {
    return unary(UnaryFunction.COS, x);
  }

  /** {@return the hyperbolic tangent} */
  public static Expr tanh(Expr x) {
    return unary(UnaryFunction.TANH, x);
  }

  /** {@return 1 / (1 + exp(-x))} */
  public static Expr invLogit(Expr x) {
    return unary(UnaryFunction.INV_LOGIT, x);
  }

  /** {@return log(1 + exp(x)), finite for all finite x} */
  public static Expr log1pExp(Expr x) {
    return unary(UnaryFunction.LOG1P_EXP, x);
  }

  /** {@return the tangent of x radians} */
  public static Expr tan(Expr x) {
    return unary(UnaryFunction.TAN, x);
  }

  /** {@return the angle in radians with this sine; NaN beyond 1 in size} */
  public static Expr asin(Expr x) {
    return unary(UnaryFunction.ASIN, x);
  }

  /** {@return the angle in radians with this cosine; NaN beyond 1 in size} */
  public static Expr acos(Expr x) {
    return unary(UnaryFunction.ACOS, x);
  }

  /** {@return the angle in radians with this tangent} */
  public static Expr atan(Expr x) {
    return unary(UnaryFunction.ATAN, x);
  }

  /** {@return the hyperbolic sine} */
  public static Expr sinh(Expr x) {
    return unary(UnaryFunction.SINH, x);
  }

  /** {@return the hyperbolic cosine} */
  public static Expr cosh(Expr x) {
    return unary(UnaryFunction.COSH, x);
  }

  /** {@return the inverse of the hyperbolic sine} */
  public static Expr asinh(Expr x) {
    return unary(UnaryFunction.ASINH, x);
  }

  /** {@return the inverse of the hyperbolic cosine, from 0 up; NaN below 1} */
  public static Expr acosh(Expr x) {
    return unary(UnaryFunction.ACOSH, x);
  }

  /** {@return the inverse of the hyperbolic tangent; NaN beyond 1 in size} */
  public static Expr atanh(Expr x) {
    return unary(UnaryFunction.ATANH, x);
  }

  /** {@return the logarithm of the size of the gamma function; infinite at its poles} */
  public static Expr logGamma(Expr x) {
    return unary(UnaryFunction.LOG_GAMMA, x);
  }

  /** {@return the derivative of log-gamma; NaN at negative whole numbers} */
  public static Expr digamma(Expr x) {
    return unary(UnaryFunction.DIGAMMA, x);
  }

  /** {@return the second derivative of log-gamma} */
  public static Expr trigamma(Expr x) {
    return unary(UnaryFunction.TRIGAMMA, x);
  }

  /**
   * {@return the derivative of digamma of that order; from the fourth order on NaN below 0}
   *
   * @param order from 0 (digamma itself) to 170
   */
  public static Expr polygamma(int order, Expr x) {
    return switch (order) {
      case 0 -> digamma(x);
      case 1 -> trigamma(x);
      default -> binary(BinaryFunction.POLYGAMMA, Expr.of(order), x);
    };
  }

  /** {@return the logarithm of the beta function; NaN below 0} */
  public static Expr logBeta(Expr a, Expr b) {
    return binary(BinaryFunction.LOG_BETA, a, b);
  }

  /** {@return the error function} */
  public static Expr erf(Expr x) {
    return unary(UnaryFunction.ERF, x);
  }

  /** {@return one minus the error function, exact in the tail} */
  public static Expr erfc(Expr x) {
    return unary(UnaryFunction.ERFC, x);
  }

  /**
   * {@return the probability that a standard normal variable is at most x, exact in the lower tail}
   */
  public static Expr phi(Expr x) {
    return unary(UnaryFunction.PHI, x);
  }

  /** {@return the inverse of {@link #phi}; infinite at 0 and 1, NaN outside} */
  public static Expr invPhi(Expr x) {
    return unary(UnaryFunction.INV_PHI, x);
  }

  /** {@return the logarithm of {@link #phi}, exact in both tails} */
  public static Expr logPhi(Expr x) {
    return unary(UnaryFunction.LOG_PHI, x);
  }

  /** {@return the standard normal density over {@link #phi}: the slope of {@link #logPhi}} */
  public static Expr inverseMills(Expr x) {
    return unary(UnaryFunction.INVERSE_MILLS, x);
  }

  /** {@return a to the power b} */
  public static Expr pow(Expr a, Expr b) {
    return binary(BinaryFunction.POW, a, b);
  }

  /** {@return the lesser; NaN if either is} */
  public static Expr minimum(Expr a, Expr b) {
    return binary(BinaryFunction.MINIMUM, a, b);
  }

  /** {@return the greater; NaN if either is} */
  public static Expr maximum(Expr a, Expr b) {
    return binary(BinaryFunction.MAXIMUM, a, b);
  }

  /** {@return 1 where a is less than b, else 0} */
  public static Expr less(Expr a, Expr b) {
    return binary(BinaryFunction.LESS, a, b);
  }

  /** {@return 1 where a is at most b, else 0} */
  public static Expr lessOrEqual(Expr a, Expr b) {
    return binary(BinaryFunction.LESS_OR_EQUAL, a, b);
  }

  /** {@return 1 where a equals b, else 0} */
  public static Expr equal(Expr a, Expr b) {
    return binary(BinaryFunction.EQUAL, a, b);
  }

  /** {@return 1 where a is greater than b, else 0} */
  public static Expr greater(Expr a, Expr b) {
    return less(b, a);
  }

  /** {@return 1 where a is at least b, else 0} */
  public static Expr greaterOrEqual(Expr a, Expr b) {
    return lessOrEqual(b, a);
  }

  /** {@return 1 where both conditions hold, else 0; a condition holds where neither 0 nor NaN} */
  public static Expr and(Expr a, Expr b) {
    return select(a, select(b, Expr.of(1), Expr.of(0)), Expr.of(0));
  }

  /** {@return 1 where one condition holds or both, else 0} */
  public static Expr or(Expr a, Expr b) {
    return select(a, Expr.of(1), select(b, Expr.of(1), Expr.of(0)));
  }

  /** {@return 1 where a condition does not hold, else 0} */
  public static Expr not(Expr condition) {
    return select(condition, Expr.of(0), Expr.of(1));
  }

  /**
   * {@return one value where a condition holds, another elsewhere}
   *
   * <p>The derivative of the value not taken is not looked at, even where it is infinite.
   *
   * @param condition holds where it is neither 0 nor NaN
   */
  public static Expr select(Expr condition, Expr then, Expr otherwise) {
    Shape shape =
        Shape.broadcast(condition.shape(), Shape.broadcast(then.shape(), otherwise.shape()));
    return Build.apply(
        new Select(), spread(condition, shape), spread(then, shape), spread(otherwise, shape));
  }

  /** {@return a function of each element} */
  public static Expr unary(UnaryFunction f, Expr x) {
    return x.shape().isScalar() ? Build.ofNumber(Unary.of(f), x) : Build.apply(Unary.of(f), x);
  }

  /** {@return a function of pairs of elements} */
  public static Expr binary(BinaryFunction f, Expr a, Expr b) {
    if ((f == BinaryFunction.MULTIPLY || f == BinaryFunction.DIVIDE) && isOne(b)) {
      return a;
    }
    if (f == BinaryFunction.MULTIPLY && isOne(a)) {
      return b;
    }
    if (a.shape().isScalar() && b.shape().isScalar()) {
      return Build.ofNumbers(Binary.of(f), a, b);
    }
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    return Build.apply(Binary.of(f), spread(a, shape), spread(b, shape));
  }

  private static boolean isOne(Expr x) {
    return x instanceof Constant c && c.isScalar(1);
  }

  /** A scalar may stand as it is beside an array; other shapes are repeated explicitly. */
  private static Expr spread(Expr x, Shape shape) {
    return x.shape().isScalar() ? x : broadcast(x, shape);
  }

  // ---- reductions and shapes --------------------------------------------------------------------

  /** {@return the sum of all elements} */
  public static Expr sum(Expr x) {
    return sumTo(x, Shape.scalar());
  }

  /** {@return the sum over the last {@code axes} axes} */
  public static Expr sumLast(Expr x, int axes) {
    Shape kept = x.shape().dropLast(axes);
    int[] ones = Arrays.copyOf(kept.lengths(), x.shape().rank());
    Arrays.fill(ones, kept.rank(), ones.length, 1);
    return reshape(sumTo(x, Shape.of(ones)), kept);
  }

  /**
   * {@return the sum of arrays of one shape, in their order; a term that stands there again is
   * counted where it stood first}
   *
   * @param terms at least one
   */
  public static Expr orderedSum(List<Expr> terms) {
    Map<Expr, Integer> counts = LinkedHashMap.newLinkedHashMap(terms.size());
    terms.forEach(term -> counts.merge(term, 1, Integer::sum));
    if (counts.size() == 1 && terms.size() == 1) {
      return terms.getFirst();
    }
    return Build.apply(
        new OrderedSum(List.copyOf(counts.values())), counts.keySet().toArray(Expr[]::new));
  }

  /**
   * {@return the logarithm of the sum of the exponentials of all elements}
   *
   * <p>No overflow: the greatest element is taken out first. Minus infinity for none and where all
   * are; plus infinity where one is. The derivative is the softmax.
   */
  public static Expr logSumExp(Expr x) {
    return logSumExpLast(x, x.shape().rank());
  }

  /** {@return the {@link #logSumExp(Expr)} over the last {@code axes} axes} */
  public static Expr logSumExpLast(Expr x, int axes) {
    return Build.apply(new LogSumExp(axes), x);
  }

  /** {@return the mean of all elements; NaN for none} */
  public static Expr mean(Expr x) {
    return sum(x).dividedBy(x.shape().size());
  }

  /** {@return the sum of products of two arrays of one shape} */
  public static Expr dot(Expr a, Expr b) {
    return Build.apply(new Dot(), a, b);
  }

  /** {@return an array of that shape made by repeating x} */
  public static Expr broadcast(Expr x, Shape shape) {
    return x.shape().equals(shape) ? x : Build.apply(new Broadcast(shape), x);
  }

  /**
   * {@return x summed over the axes along which the shape would have to be repeated to give x's}
   */
  public static Expr sumTo(Expr x, Shape shape) {
    return x.shape().equals(shape) ? x : Build.apply(new SumTo(shape), x);
  }

  /** {@return the same elements in row-major order under another shape} */
  public static Expr reshape(Expr x, Shape shape) {
    return x.shape().equals(shape) ? x : Build.apply(new Reshape(shape), x);
  }

  /** {@return a matrix with rows and columns exchanged} */
  public static Expr transpose(Expr x) {
    return Build.apply(new Transpose(), x);
  }

  // ---- parts ------------------------------------------------------------------------------------

  /** {@return the part at the given indices of the first axes, from 0} */
  public static Expr part(Expr x, int... index) {
    Shape shape = x.shape();
    if (index.length > shape.rank()) {
      throw new IndexOutOfBoundsException(
          "an array of shape " + shape + " has no part " + Arrays.toString(index));
    }
    int offset = 0;
    for (int axis = 0; axis < index.length; axis++) {
      checkIndex(index[axis], axis, shape);
      offset = offset * shape.length(axis) + index[axis];
    }
    Shape rest = shape.last(shape.rank() - index.length);
    return Build.apply(new Slice(offset * rest.size(), rest), x);
  }

  /** {@return the parts from index {@code from} to before {@code to} along the first axis} */
  public static Expr slice(Expr x, int from, int to) {
    Shape shape = x.shape();
    if (shape.isScalar() || from < 0 || to < from || to > shape.length(0)) {
      throw new IndexOutOfBoundsException(
          "an array of shape " + shape + " has no parts from " + from + " to " + to);
    }
    Shape rest = shape.last(shape.rank() - 1);
    return Build.apply(new Slice(from * rest.size(), Shape.of(to - from).then(rest)), x);
  }

  /** {@return the window of a flattened array from an offset on, under a shape} */
  public static Expr window(Expr x, int offset, Shape shape) {
    return Build.apply(new Slice(offset, shape), x);
  }

  /** {@return the parts at the given indices along the first axis, from 0, repeats allowed} */
  public static Expr gather(Expr x, int... index) {
    Shape shape = x.shape();
    if (shape.isScalar()) {
      throw new IllegalArgumentException("a scalar has no parts to gather");
    }
    Shape rest = shape.last(shape.rank() - 1);
    int[] flat = new int[index.length * rest.size()];
    for (int k = 0; k < index.length; k++) {
      checkIndex(index[k], 0, shape);
      for (int j = 0; j < rest.size(); j++) {
        flat[k * rest.size() + j] = index[k] * rest.size() + j;
      }
    }
    return gatherFlat(x, flat, Shape.of(index.length).then(rest));
  }

  /**
   * {@return elements of a flattened array, under a shape}
   *
   * @param index flat indices from 0, one for each element of the shape
   */
  public static Expr gatherFlat(Expr x, int[] index, Shape shape) {
    return Build.apply(new Gather(new Indices(index), shape), x);
  }

  /**
   * {@return elements of a vector at indices known only at run time}
   *
   * @param x a vector
   * @param index whole numbers from 0; one out of range is a failed check
   */
  public static Expr gatherAt(Expr x, Expr index) {
    return Build.apply(new GatherAt(), x, index);
  }

  /**
   * {@return an array of zeros to which the elements of another were added, in their order}
   *
   * @param x the elements
   * @param index flat indices from 0 into the result, one for each element, repeats allowed
   * @param shape of the result
   */
  public static Expr scatterAdd(Expr x, int[] index, Shape shape) {
    if (index.length != x.shape().size()) {
      throw new IllegalArgumentException(
          "an array of shape " + x.shape() + " is scattered by " + index.length + " indices");
    }
    for (int k : index) {
      if (k < 0 || k >= shape.size()) {
        throw new IndexOutOfBoundsException(
            "flat index " + k + " is out of range for an array of shape " + shape);
      }
    }
    return Build.apply(new ScatterAdd(new Indices(index), shape), x);
  }

  private static void checkIndex(int index, int axis, Shape shape) {
    if (index < 0 || index >= shape.length(axis)) {
      throw new IndexOutOfBoundsException(
          "index "
              + index
              + " is out of range for axis "
              + axis
              + " of an array of shape "
              + shape
              + " (indices count from 0)");
    }
  }

  /** {@return vectors (and scalars) joined end to end} */
  public static Expr concatenate(List<Expr> parts) {
    return Build.apply(new Concatenate(), parts.toArray(Expr[]::new));
  }

  /**
   * {@return arrays joined along an axis, the others being of equal lengths}
   *
   * @param parts at least one
   * @param axis from 0
   */
  public static Expr concatenate(List<Expr> parts, int axis) {
    return Joined.along(parts, axis);
  }

  /** {@return scalars, or arrays of one shape, stacked along a new first axis} */
  public static Expr stack(List<Expr> parts) {
    Shape shape = parts.isEmpty() ? Shape.scalar() : parts.getFirst().shape();
    List<Expr> flat = parts.stream().map(p -> reshape(p, Shape.of(p.shape().size()))).toList();
    if (parts.stream().anyMatch(p -> !p.shape().equals(shape))) {
      throw new IllegalArgumentException(
          "only arrays of one shape stack: " + parts.stream().map(Expr::shape).toList());
    }
    return reshape(concatenate(flat), Shape.of(parts.size()).then(shape));
  }

  // ---- matrices ---------------------------------------------------------------------------------

  /**
   * {@return a matrix product: matrix times vector, vector times matrix, matrix times matrix, or
   * the dot product of two vectors}
   */
  public static Expr product(Expr a, Expr b) {
    int ranks = 10 * a.shape().rank() + b.shape().rank();
    return switch (ranks) {
      case 11 -> dot(a, b);
      case 12 -> Build.apply(new VectorMatrix(), a, b);
      case 21 ->
          a.known()
              ? Build.apply(new VectorMatrix(), b, transpose(a))
              : Build.apply(new MatrixVector(), a, b);
      case 22 -> Build.apply(new MatrixProduct(), a, b);
      default ->
          throw new IllegalArgumentException(
              "no matrix product of shapes " + a.shape() + " and " + b.shape());
    };
  }

  /** {@return the matrix of products of two vectors} */
  public static Expr outer(Expr a, Expr b) {
    return Build.apply(new Outer(), a, b);
  }

  /**
   * {@return the lower Cholesky factor of the symmetric part of a matrix; a failed check where it
   * is not positive definite}
   */
  public static Expr cholesky(Expr matrix) {
    return cholesky(matrix, "a matrix");
  }

  /**
   * {@return the lower Cholesky factor of the symmetric part of a matrix; a failed check where it
   * is not positive definite}
   *
   * @param name what the check calls the matrix: {@code the covariance matrix}
   */
  public static Expr cholesky(Expr matrix, String name) {
    return Build.apply(new Cholesky(name), matrix);
  }

  /** {@return the solution x of L x = b for a lower triangular L; b is a vector or a matrix} */
  public static Expr solveLower(Expr l, Expr b) {
    return Build.apply(new TriangularSolve(false), l, b);
  }

  /** {@return the solution x of Lᵀ x = b for a lower triangular L; b is a vector or a matrix} */
  public static Expr solveLowerTransposed(Expr l, Expr b) {
    return Build.apply(new TriangularSolve(true), l, b);
  }

  /** {@return a matrix with zeros above the diagonal} */
  public static Expr lowerTriangle(Expr matrix) {
    return Build.apply(new LowerTriangle(1), matrix);
  }

  /** {@return the diagonal of a square matrix} */
  public static Expr diagonal(Expr matrix) {
    return Build.apply(new Diagonal(), matrix);
  }

  /** {@return the square matrix with this diagonal and zeros elsewhere} */
  public static Expr diagonalMatrix(Expr vector) {
    return Build.apply(new DiagonalMatrix(), vector);
  }

  // ---- control ----------------------------------------------------------------------------------

  /**
   * {@return x, after a condition was checked at each evaluation}
   *
   * @param x of any shape
   * @param condition must hold for every element: be neither 0 nor NaN
   * @param value what is shown where it does not hold; of the condition's shape
   * @param message what is wrong then, in the user's words; the value is appended
   */
  public static Expr checked(Expr x, Expr condition, Expr value, String message) {
    return check(x, condition, value, message, false);
  }

  /**
   * {@return x, after a condition was checked at each evaluation: where it does not hold, the
   * position lies outside the support}
   *
   * @param x of any shape
   * @param condition must hold for every element: be neither 0 nor NaN
   * @param value what is shown where it does not hold; of the condition's shape
   * @param message which support, in the user's words; the value is appended
   */
  public static Expr guarded(Expr x, Expr condition, Expr value, String message) {
    return check(x, condition, value, message, true);
  }

  private static Expr check(Expr x, Expr condition, Expr value, String message, boolean outside) {
    return Build.apply(
        new Check(message, outside), x, condition, broadcast(value, condition.shape()));
  }

  /**
   * {@return the value of a function that brings its own derivative}
   *
   * @param function the function
   * @param operands its arguments
   */
  public static Expr external(ExternalFunction function, Expr... operands) {
    return Build.apply(new External(function), operands);
  }

  /**
   * {@return the one element of an array that is not zero for certain, if there is no other; null
   * where there may be others: for functions that bring a derivative of one of their results only}
   *
   * @param index of that element in row-major order
   */
  public static Expr onlyElement(Expr array, int index) {
    return Pad.only(array, index);
  }

  /**
   * {@return the states of a recurrence: a matrix of {@code length + 1} rows, the first one the
   * initial state}
   *
   * @param body makes the next state from the last one
   * @param initial the state to begin with, a vector
   * @param sequence a matrix whose rows are what each step reads; its rows are the length
   * @param shared what every step reads, a vector
   */
  public static Expr scan(ScanBody body, Expr initial, Expr sequence, Expr shared) {
    return scan(body, initial, List.of(sequence), shared);
  }

  /**
   * {@return the states of a recurrence, as {@link #scan(ScanBody, Expr, Expr, Expr)}, whose steps
   * read rows of several matrices}
   *
   * @param body makes the next state from the last one
   * @param initial the state to begin with, a vector
   * @param sequences matrices of as many rows, at least one; a step reads a row of each
   * @param shared what every step reads, a vector
   */
  public static Expr scan(ScanBody body, Expr initial, List<Expr> sequences, Expr shared) {
    List<Expr> operands = new ArrayList<>(List.of(initial, shared));
    operands.addAll(sequences);
    return Build.apply(new Scan(body, false), operands.toArray(Expr[]::new));
  }

  /** {@return the rows of an array in the opposite order} */
  public static Expr reverse(Expr x) {
    int n = x.shape().length(0);
    return gather(x, IntStream.range(0, n).map(k -> n - 1 - k).toArray());
  }
}
