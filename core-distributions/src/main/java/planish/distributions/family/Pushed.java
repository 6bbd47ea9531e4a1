package planish.distributions.family;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.RandomFunction;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.spi.UserException;
import planish.transforms.Transform;

/** Draws from a base distribution, pushed through a transform whose own arguments are constants. */
public final class Pushed implements RandomFunction {
  private final RandomFunction base;
  private final Shape shape;
  private final Graph graph = new Graph();
  private final Expr image;

  /**
   * Draws of a base, transformed.
   *
   * @param base draws before the transform
   * @param shape of those draws
   * @param transform pushes them
   * @throws UserException if the transform's arguments are not constants
   */
  public Pushed(RandomFunction base, Shape shape, Transform transform) {
    this.base = base;
    this.shape = shape;
    try {
      image = transform.forward(graph.input(InputKind.POSITION, "x", 0, shape));
    } catch (IllegalArgumentException e) {
      throw new UserException(
          "transform '" + transform.name() + "' has arguments that are not known here", e);
    }
  }

  /** {@return the shape of an array of this shape after a transform} */
  public static Shape shape(Transform transform, Shape before) {
    boolean kept = transform.unconstrainedShape(before).equals(before);
    return kept
        ? before
        : transform.forward(new Graph().input(InputKind.POSITION, "x", 0, before)).shape();
  }

  @Override
  public void draw(RandomGenerator random, double[][] arguments, double[] out) {
    double[] x = new double[shape.size()];
    base.draw(random, arguments, x);
    Program program = Programs.compile(graph, List.of(new Output(image, 0, 0))).open();
    program.run(new double[][] {x}, new double[][] {out});
  }
}
