package planish.transforms;

import static planish.autodiff.graph.Functions.sqrt;
import static planish.autodiff.graph.Reductions.cumulativeSum;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * An orthonormal basis of the plane of vectors with sum 0, so that distances stay as they are: the
 * n-th of K − 1 directions is (1, …, 1, −n, 0, …, 0) / √(n (n + 1)) with n ones (Stan Reference
 * Manual 2.36, 2025, "Zero sum vector").
 *
 * <p>The log-Jacobian is 0: areas on the plane stay as they are. (Measured by the first K − 1
 * elements, it would be the constant −½ log K.) The inverse is NaN where the sum is further than
 * 1e-8 from 0.
 */
public record SumToZeroTransform() implements Transform {
  @Override
  public String name() {
    return "sum-to-zero";
  }

  @Override
  public int eventRank() {
    return 1;
  }

  @Override
  public Shape unconstrainedShape(Shape constrained) {
    Sets.checkVector(constrained, "a vector with sum 0", 1);
    return constrained.dropLast(1).then(Shape.of(constrained.length(-1) - 1));
  }

  private static Expr numbers(int count, IntToDoubleFunction ofNumber) {
    return Expr.vector(IntStream.rangeClosed(1, count).mapToDouble(ofNumber).toArray());
  }

  private static Expr lengths(int count) {
    return sqrt(numbers(count, n -> n * (n + 1.0)));
  }

  @Override
  public Expr forward(Expr unconstrained) {
    int count = unconstrained.shape().length(-1);
    Expr ones = unconstrained.dividedBy(lengths(count));
    Expr last = ones.times(numbers(count, n -> n));
    return Events.vectors(Events.sumsFrom(ones), count + 1, k -> k < count ? k : -1)
        .minus(Events.vectors(last, count + 1, k -> k - 1));
  }

  @Override
  public Expr inverse(Expr constrained) {
    return Sets.inside(new SumToZero(), constrained, onto(constrained));
  }

  /** The coordinates of any vector's projection onto the plane. */
  static Expr onto(Expr vectors) {
    int count = vectors.shape().length(-1) - 1;
    Expr ones = Events.vectors(cumulativeSum(vectors), count, k -> k);
    Expr last = Events.vectors(vectors, count, k -> k + 1).times(numbers(count, n -> n));
    return ones.minus(last).dividedBy(lengths(count));
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    return Expr.full(unconstrained.shape().dropLast(1), 0);
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return Sets.isReal(domain) ? Optional.of(new SumToZero()) : Optional.empty();
  }
}
