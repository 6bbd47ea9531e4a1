package planish.model;

import java.util.Arrays;
import java.util.List;
import planish.autodiff.ElementNames;
import planish.autodiff.graph.Expr;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Status;
import planish.distributions.Distribution;
import planish.spi.UserException;
import planish.transforms.Constraint;

/** Solves for the position at which the sites of a trace have their given values. */
final class StartingPosition {
  private static final double[] NOWHERE = {};

  private final Trace trace;
  private final TuningValues tuning;

  StartingPosition(Trace trace) {
    this.trace = trace;
    this.tuning = TuningValues.of(trace);
  }

  /**
   * {@return the position}
   *
   * @throws UserException for a value outside its site's support
   */
  double[] solve() {
    List<double[]> parts = trace.latents().stream().map(this::solve).toList();
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private double[] solve(Site site) {
    Expr value = site.value().orElseThrow();
    Expr coordinates = site.unconstrained().orElseThrow();
    Distribution prior = site.distribution().orElseThrow();
    double[] values = new double[value.shape().size()];
    double[] position = new double[coordinates.shape().size()];
    Program program =
        DensitySource.synchronizedCompile(
                trace.graph(), List.of(new Output(value, 0, 0), new Output(coordinates, 1, 0)))
            .open();
    Status status = program.run(tuning.inputs(NOWHERE), new double[][] {values, position});
    if (!status.isFine()) {
      throw new LocatedException(site, status.message() + ": " + status.value());
    }
    for (int i = 0; i < position.length; i++) {
      if (!Double.isFinite(position[i])) {
        throw new LocatedException(
            site,
            "%s cannot be a starting value: it must lie inside %s%s"
                .formatted(
                    shown(site, values, i),
                    prior.support().description(),
                    fault(site, values, i, position.length)));
      }
    }
    return position;
  }

  /** What is wrong with the vector or matrix that has no coordinates. */
  private static String fault(Site site, double[] values, int coordinate, int coordinates) {
    Constraint support = site.distribution().orElseThrow().support();
    int each = site.shape().last(support.eventRank()).size();
    int whole = coordinate * (values.length / each) / coordinates;
    String fault = support.fault(Arrays.copyOfRange(values, whole * each, (whole + 1) * each));
    return fault.isEmpty() ? "" : "; " + fault;
  }

  /** The number that has no coordinate; of vectors and matrices, all of a short array. */
  private static String shown(Site site, double[] values, int coordinate) {
    if (site.distribution().orElseThrow().support().eventRank() == 0) {
      String name = ElementNames.of(site.name(), site.shape()).get(coordinate);
      return name + " = " + values[coordinate];
    }
    return values.length > 16 ? site.name() : site.name() + " = " + Arrays.toString(values);
  }
}
