package planish.model;

import java.util.Optional;
import planish.autodiff.LogDensity;
import planish.autodiff.TunableInputs;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Program;
import planish.autodiff.program.Status;

/** The log density of a traced model, for one chain. Allocates nothing where all is fine. */
final class CompiledDensity implements LogDensity {
  private final DensitySource source;
  private final Program both;
  private final TuningValues tuning;
  private final double[][] inputs;
  private final double[] result = new double[1];
  private final double[][] outputs = {result, {}};
  private final double[][] valueOutputs = {result};
  private final double[] failedAt;
  private Program valueOnly;
  private boolean failed;

  CompiledDensity(DensitySource source, Program valueAndGradient) {
    this.source = source;
    this.both = valueAndGradient;
    this.failedAt = new double[source.dimension()];
    this.tuning = source.tuning().copy();
    this.inputs = tuning.inputs(failedAt);
  }

  @Override
  public int dimension() {
    return source.dimension();
  }

  @Override
  public double valueAndGradient(double[] position, double[] gradient) {
    inputs[InputKind.POSITION.ordinal()] = position;
    outputs[1] = gradient;
    return told(both.run(inputs, outputs), position);
  }

  @Override
  public double value(double[] position) {
    if (valueOnly == null) {
      valueOnly = source.openValue();
    }
    inputs[InputKind.POSITION.ordinal()] = position;
    return told(valueOnly.run(inputs, valueOutputs), position);
  }

  private double told(Status status, double[] position) {
    double value =
        switch (status.kind()) {
          case FINE -> result[0];
          case GUARD -> Double.NEGATIVE_INFINITY;
          case CHECK -> Double.NaN;
        };
    failed = !Double.isFinite(value);
    if (failed) {
      System.arraycopy(position, 0, failedAt, 0, failedAt.length);
    }
    return value;
  }

  @Override
  public Optional<String> lastFailure() {
    return failed
        ? Optional.of(source.failures().explain(tuning.inputs(failedAt)))
        : Optional.empty();
  }

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return type == TunableInputs.class && !tuning.isEmpty()
        ? Optional.of(type.cast(tuning))
        : LogDensity.super.capability(type);
  }
}
