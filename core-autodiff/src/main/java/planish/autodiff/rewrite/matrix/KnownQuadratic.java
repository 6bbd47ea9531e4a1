package planish.autodiff.rewrite.matrix;

import java.util.Arrays;
import java.util.Optional;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.rewrite.basics.DoubleDouble;

/**
 * A quadratic function xᵀ S x + lᵀ x with known numbers, in twice the precision, so that what is
 * left at its minimum has all its digits, too, where it is far less than what it is taken from.
 */
final class KnownQuadratic {
  /**
   * What the minimum lacks of twice the precision is left out if it is less, in units of √ rest.
   */
  private static final double NEGLIGIBLE = 1e-13;

  private final int size;
  private final DoubleDouble[] matrix;
  private final DoubleDouble[] linear;

  /**
   * The function as (x - x₀)ᵀ S (x - x₀) - d.
   *
   * @param matrix S, symmetric
   * @param place x₀, in twice the precision
   * @param depth d, by how much the function's minimum is less than its value at 0
   * @param triangle the Cholesky factor of S, to the usual precision
   */
  record Minimum(
      double[] matrix, DoubleDouble[] place, DoubleDouble depth, KnownTriangle triangle) {
    /** {@return x₀ as the nearest numbers} */
    double[] near() {
      return Arrays.stream(place).mapToDouble(DoubleDouble::high).toArray();
    }

    /**
     * {@return what the nearest numbers lack; none where that does not show}
     *
     * @param rest the value at the minimum of all that the function is a part of
     */
    Optional<double[]> lacking(double rest) {
      double[] low = Arrays.stream(place).mapToDouble(DoubleDouble::low).toArray();
      double length = triangle.length(low);
      return length <= NEGLIGIBLE * Math.sqrt(Math.abs(rest)) ? Optional.empty() : Optional.of(low);
    }

    /** {@return whether all numbers are finite} */
    boolean isFinite() {
      return KnownValues.allFinite(matrix)
          && KnownValues.allFinite(near())
          && KnownValues.allFinite(new double[] {depth.high()});
    }
  }

  KnownQuadratic(int size) {
    this.size = size;
    this.matrix = new DoubleDouble[size * size];
    this.linear = new DoubleDouble[size];
    Arrays.fill(matrix, DoubleDouble.ZERO);
    Arrays.fill(linear, DoubleDouble.ZERO);
  }

  /** Adds a number times xᵀ M x, which is that of M's symmetric part. */
  void addMatrix(double[] m, DoubleDouble number) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        DoubleDouble both = DoubleDouble.sum(m[i * size + j], m[j * size + i]).times(0.5);
        matrix[i * size + j] = matrix[i * size + j].plus(both.times(number));
      }
    }
  }

  /** Adds a number times xᵀ x. */
  void addSquares(DoubleDouble number) {
    for (int i = 0; i < size; i++) {
      matrix[i * (size + 1)] = matrix[i * (size + 1)].plus(number);
    }
  }

  /** Adds a number times vᵀ x. */
  void addLinear(double[] v, DoubleDouble number) {
    for (int i = 0; i < size; i++) {
      linear[i] = linear[i].plus(number.times(v[i]));
    }
  }

  /** {@return whether there is nothing linear, so that the minimum is at 0} */
  boolean isCentred() {
    return Arrays.stream(linear).allMatch(DoubleDouble.ZERO::equals);
  }

  /** {@return whether it has a maximum rather than a minimum, if it has either} */
  boolean isNegative() {
    return matrix[0].high() < 0;
  }

  /** {@return the minimum; none where S is not positive definite, or a number is not finite} */
  Optional<Minimum> minimum() {
    DoubleDouble[] l = factor();
    if (l == null) {
      return Optional.empty();
    }
    DoubleDouble[] u = forward(l);
    DoubleDouble depth = DoubleDouble.ZERO;
    for (DoubleDouble element : u) {
      depth = depth.plus(element.times(element));
    }
    DoubleDouble[] place = backward(l, u);
    double[] near = Arrays.stream(l).mapToDouble(DoubleDouble::high).toArray();
    DoubleDouble d = depth;
    return KnownTriangle.lower(near, size)
        .map(triangle -> new Minimum(symmetric(), place, d, triangle))
        .filter(Minimum::isFinite);
  }

  private double[] symmetric() {
    double[] all = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        all[i * size + j] = matrix[i * size + j].high();
        all[j * size + i] = all[i * size + j];
      }
    }
    return all;
  }

  /** The lower triangle L with L Lᵀ = S; null where there is none. */
  private DoubleDouble[] factor() {
    DoubleDouble[] l = new DoubleDouble[size * size];
    Arrays.fill(l, DoubleDouble.ZERO);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        DoubleDouble rest = matrix[i * size + j];
        for (int k = 0; k < j; k++) {
          rest = rest.minus(l[i * size + k].times(l[j * size + k]));
        }
        if (i == j && !(rest.high() > 0)) {
          return null;
        }
        l[i * size + j] = i == j ? rest.root() : rest.over(l[j * (size + 1)]);
      }
    }
    return l;
  }

  /** L u = -l / 2. */
  private DoubleDouble[] forward(DoubleDouble[] l) {
    DoubleDouble[] u = new DoubleDouble[size];
    for (int i = 0; i < size; i++) {
      DoubleDouble rest = linear[i].times(-0.5);
      for (int k = 0; k < i; k++) {
        rest = rest.minus(l[i * size + k].times(u[k]));
      }
      u[i] = rest.over(l[i * (size + 1)]);
    }
    return u;
  }

  /** Lᵀ x = u. */
  private DoubleDouble[] backward(DoubleDouble[] l, DoubleDouble[] u) {
    DoubleDouble[] x = new DoubleDouble[size];
    for (int i = size - 1; i >= 0; i--) {
      DoubleDouble rest = u[i];
      for (int k = i + 1; k < size; k++) {
        rest = rest.minus(l[k * size + i].times(x[k]));
      }
      x[i] = rest.over(l[i * (size + 1)]);
    }
    return x;
  }
}
