package planish.distributions;

import java.util.List;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.RandomFunction;
import planish.transforms.Constraint;

/**
 * A distribution over arrays: independent values of the event shape, one for each element of the
 * batch shape. Immutable; its arguments may be expressions.
 */
public interface Distribution {
  /**
   * {@return its name as users write it: {@code normal}; in words for one that is made of others:
   * {@code restricted normal}}
   */
  String name();

  /**
   * {@return the set its values lie in; where it has fewer axes than a value, each part of the
   * value lies in it}
   */
  Constraint support();

  /** {@return the shape of independent values, from its arguments} */
  Shape batchShape();

  /** {@return the shape of one value} */
  Shape eventShape();

  /** {@return whether it is a density, not a probability: whether values are real} */
  default boolean discrete() {
    return support().discrete();
  }

  /**
   * {@return the log density, unsummed: of the broadcast batch shape}
   *
   * @param value of a shape that ends in the event shape; negative infinity outside the support
   */
  Expr logProb(Expr value);

  /**
   * {@return the log density of values that are known to lie in the support, such as those that a
   * transform onto it gives: the same numbers as {@link #logProb}, without looking}
   *
   * @param value of a shape that ends in the event shape
   */
  default Expr logProbInside(Expr value) {
    return logProb(value);
  }

  /** {@return its arguments, in the order of its constructor} */
  List<Expr> arguments();

  /**
   * {@return the same distribution for a larger batch}
   *
   * @param batch a shape that the batch shape broadcasts to
   */
  Distribution expand(Shape batch);

  /**
   * {@return draws one array of batch and event shape, from {@link #arguments()} known only at run
   * time}
   *
   * @throws planish.spi.UserException if it is improper and nothing can be drawn from it
   */
  RandomFunction variate();

  /** {@return its location and scale, if it belongs to a location-scale family} */
  default Optional<LocationScale> locationScale() {
    return Optional.empty();
  }

  /** {@return the simpler distribution that it is the image of, if it is written as one} */
  default Optional<Pushforward> pushforward() {
    return Optional.empty();
  }

  /**
   * {@return one array of batch and event shape, drawn anew at each evaluation}
   *
   * @param graph the one that the arguments stand in
   * @throws planish.spi.UserException if it is improper and nothing can be drawn from it
   */
  default Expr draw(Graph graph) {
    return graph.random(variate(), batchShape().then(eventShape()), arguments());
  }
}
