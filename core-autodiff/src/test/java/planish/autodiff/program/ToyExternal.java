package planish.autodiff.program;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ExternalFunction;

/** x cubed, as code outside the graph that brings its derivative. */
enum ToyExternal implements ExternalFunction {
  CUBE;

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.getFirst();
  }

  @Override
  public void evaluate(double[][] operands, double[] out) {
    for (int k = 0; k < out.length; k++) {
      double x = operands[0][k];
      out[k] = x * x * x;
    }
  }

  @Override
  public List<Expr> pullback(Expr self, List<Expr> operands, Expr adjoint) {
    Expr x = operands.getFirst();
    return List.of(adjoint.times(x.times(x).times(3)));
  }
}
