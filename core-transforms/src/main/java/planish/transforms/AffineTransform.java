package planish.transforms;

import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.log;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.transforms.MonotoneImage.Direction;

/**
 * x = offset + multiplier · u (Stan Reference Manual, "Affinely transformed scalar"); the
 * log-Jacobian is log |multiplier| for each element.
 *
 * @param offset broadcasts to the values
 * @param multiplier not 0; broadcasts to the values
 */
public record AffineTransform(Expr offset, Expr multiplier) implements ElementwiseTransform {
  @Override
  public String name() {
    return "affine";
  }

  @Override
  public Expr forward(Expr unconstrained) {
    return offset.plus(multiplier.times(unconstrained));
  }

  @Override
  public Expr inverse(Expr constrained) {
    return constrained.minus(offset).dividedBy(multiplier);
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    return broadcast(log(abs(multiplier)), unconstrained.shape());
  }

  /** {@inheritDoc} Where the multiplier is not a constant, the side of a lone bound is unknown. */
  @Override
  public Optional<Constraint> image(Constraint domain) {
    return new MonotoneImage(this::forward, direction(), Optional.empty(), Optional.empty())
        .of(domain);
  }

  private Direction direction() {
    if (Sets.isAlways(less(Expr.of(0), multiplier))) {
      return Direction.RISING;
    }
    return Sets.isAlways(less(multiplier, Expr.of(0))) ? Direction.FALLING : Direction.UNKNOWN;
  }
}
