package planish.transforms;

import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logSumExpLast;

import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * The softmax of a vector with sum 0, whose coordinates are those of {@link SumToZeroTransform}
 * (Egozcue and others, "Isometric logratio transformations for compositional data analysis", 2003;
 * Stan Reference Manual 2.37, 2025, "Unit simplex"). Treats all elements alike, where
 * stick-breaking has a first and a last.
 *
 * <p>The log-Jacobian, with regard to the first K − 1 elements, is ½ log K + Σ log xₖ. The inverse
 * is NaN where the sum is further than 1e-8 from 1 or an element is negative, and not finite where
 * one is 0.
 */
public record IsometricLogRatioTransform() implements Transform {
  private static final SumToZeroTransform PLANE = new SumToZeroTransform();

  @Override
  public String name() {
    return "isometric-log-ratio";
  }

  @Override
  public int eventRank() {
    return 1;
  }

  @Override
  public Shape unconstrainedShape(Shape constrained) {
    Sets.checkVector(constrained, "a simplex", 1);
    return PLANE.unconstrainedShape(constrained);
  }

  @Override
  public Expr forward(Expr unconstrained) {
    Expr logs = PLANE.forward(unconstrained);
    return exp(logs.minus(Events.withLength1(logSumExpLast(logs, 1))));
  }

  @Override
  public Expr inverse(Expr constrained) {
    return Sets.inside(new Simplex(), constrained, SumToZeroTransform.onto(log(constrained)));
  }

  /** Since the logarithms have sum 0 before they are normalised, K times the constant is left. */
  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    int size = unconstrained.shape().length(-1) + 1;
    Expr constant = logSumExpLast(PLANE.forward(unconstrained), 1);
    return log(Expr.of(size)).times(0.5).minus(constant.times(size));
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return Sets.isReal(domain) ? Optional.of(new Simplex()) : Optional.empty();
  }
}
