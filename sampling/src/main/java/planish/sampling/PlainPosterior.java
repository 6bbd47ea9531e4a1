package planish.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import planish.autodiff.Block;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.model.OutputLayout;
import planish.model.Posterior;
import planish.spi.UserException;

/** A density without a model: its draws are its positions. */
record PlainPosterior(String name, LogDensity.Source density, ParameterLayout layout)
    implements Posterior {
  @Override
  public OutputLayout outputs() {
    List<OutputLayout.Entry> entries = new ArrayList<>();
    for (Block block : layout.blocks()) {
      entries.add(
          new OutputLayout.Entry(
              block.name(), block.unconstrained(), block.offset(), OutputLayout.Role.PARAMETER));
    }
    return new OutputLayout(entries);
  }

  @Override
  public DrawWriter openWriter() {
    return (position, random, out) -> System.arraycopy(position, 0, out, 0, position.length);
  }

  @Override
  public double[] unconstrain(Map<String, double[]> values) {
    values.keySet().forEach(layout::coordinates);
    double[] position = new double[layout.dimension()];
    for (Block block : layout.blocks()) {
      double[] given = values.get(block.name());
      if (given == null) {
        throw new UserException("'" + block.name() + "' has no starting value");
      }
      if (given.length != block.unconstrained().size()) {
        throw new UserException(
            "'"
                + block.name()
                + "': expected "
                + block.unconstrained().size()
                + " values, but got "
                + given.length);
      }
      System.arraycopy(given, 0, position, block.offset(), given.length);
    }
    return position;
  }

  @Override
  public double[] priorPosition(RandomGenerator random) {
    throw new UserException(
        "starting positions by prior draw need a model; '" + name + "' is a density alone");
  }
}
