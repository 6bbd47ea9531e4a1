package planish.transforms;

import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;
import static planish.autodiff.graph.Functions.sumLast;
import static planish.autodiff.graph.Reductions.cumulativeSum;

import java.util.Optional;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * A stick of length 1 is broken K − 1 times: xₖ is the fraction zₖ = 1 / (1 + (K − k) exp(−uₖ)) of
 * what is left; u = 0 gives K equal pieces (Stan Reference Manual 2.36, 2025, "Unit simplex").
 *
 * <p>All is done with logarithms of the pieces, so that small ones keep their digits. The
 * log-Jacobian, Stan's Σ log zₖ + log(1 − zₖ) + log of what is left, is the sum of the logarithms
 * of all K pieces. The inverse is uₖ = log xₖ − log(xₖ₊₁ + … + x_K) + log(K − k): infinite or NaN
 * where pieces are 0, NaN where the sum is further than 1e-8 from 1 or a piece is negative.
 */
public record StickBreakingTransform() implements Transform {
  @Override
  public String name() {
    return "stick-breaking";
  }

  @Override
  public int eventRank() {
    return 1;
  }

  @Override
  public Shape unconstrainedShape(Shape constrained) {
    Sets.checkVector(constrained, "a simplex", 1);
    return constrained.dropLast(1).then(Shape.of(constrained.length(-1) - 1));
  }

  /** log(K − k) for k from 1 to K − 1. */
  private static Expr shift(int count) {
    return log(Expr.vector(IntStream.range(0, count).mapToDouble(k -> count - k).toArray()));
  }

  private static Expr logPieces(Expr unconstrained) {
    int count = unconstrained.shape().length(-1);
    Expr logit = unconstrained.minus(shift(count));
    Expr taken = log1pExp(logit.negate()).negate();
    Expr left = cumulativeSum(log1pExp(logit).negate());
    return Events.vectors(taken, count + 1, k -> k < count ? k : -1)
        .plus(Events.vectors(left, count + 1, k -> k - 1));
  }

  @Override
  public Expr forward(Expr unconstrained) {
    return exp(logPieces(unconstrained));
  }

  @Override
  public Expr inverse(Expr constrained) {
    int count = constrained.shape().length(-1) - 1;
    Expr taken = Events.vectors(constrained, count, k -> k);
    Expr left = Events.vectors(Events.sumsFrom(constrained), count, k -> k + 1);
    Expr coordinates = log(taken).minus(log(left)).plus(shift(count));
    return Sets.inside(new Simplex(), constrained, coordinates);
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    return sumLast(logPieces(unconstrained), 1);
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return Sets.isReal(domain) ? Optional.of(new Simplex()) : Optional.empty();
  }
}
