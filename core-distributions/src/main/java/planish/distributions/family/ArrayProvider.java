package planish.distributions.family;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.distributions.Distribution;
import planish.distributions.DistributionProvider;
import planish.spi.UserException;

/** A provider of distributions whose arguments or values are arrays. */
interface ArrayProvider extends DistributionProvider {
  /** {@return the distribution with these arguments, of the right number} */
  Distribution of(List<Expr> arguments);

  @Override
  default int spiVersion() {
    return 1;
  }

  @Override
  default Distribution create(List<Expr> arguments) {
    if (arguments.size() != parameters().size()) {
      throw new UserException(
          name() + " has the arguments " + parameters() + ", but got " + arguments.size());
    }
    return of(arguments);
  }

  /** {@return the value of an argument that must be a whole constant, such as a dimension} */
  default int constant(String argument, Expr x) {
    double value = x.shape().isScalar() ? value(argument, x) : Double.NaN;
    if (!(value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE)) {
      throw new UserException(name() + ": " + argument + " must be a whole number, but is " + x);
    }
    return (int) value;
  }

  private double value(String argument, Expr x) {
    double[] value = new double[1];
    try {
      Programs.compile(new Graph(), List.of(new Output(x, 0, 0)))
          .open()
          .run(new double[0][], new double[][] {value});
    } catch (IllegalArgumentException e) {
      throw new UserException(name() + ": " + argument + " must be a constant", e);
    }
    return value[0];
  }
}
