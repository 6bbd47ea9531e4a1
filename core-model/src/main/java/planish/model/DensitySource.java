package planish.model;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.LogDensity;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;

/**
 * Opens the compiled log density of a trace. What is seldom needed, the value alone and the search
 * for a failure's site, is compiled when it is first asked for.
 */
final class DensitySource implements LogDensity.Source {
  private final int dimension;
  private final Program.Source valueAndGradient;
  private final Lazy<Program.Source> value;
  private final FailureSearch failures;
  private final TuningValues tuning;

  DensitySource(Trace trace, int dimension) {
    this.dimension = dimension;
    Expr total = trace.logDensity();
    this.valueAndGradient = Programs.compile(trace.graph(), outputs(trace, total));
    this.value = new Lazy<>(() -> synchronizedCompile(trace, List.of(new Output(total, 0, 0))));
    this.failures = new FailureSearch(trace);
    this.tuning = TuningValues.of(trace);
  }

  private static List<Output> outputs(Trace trace, Expr total) {
    List<Expr> positions =
        trace.latents().stream().map(site -> site.unconstrained().orElseThrow()).toList();
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(total, 0, 0));
    int offset = 0;
    for (Expr derivative : Gradient.of(total, positions)) {
      outputs.add(new Output(derivative, 1, offset));
      offset += derivative.shape().size();
    }
    return outputs;
  }

  /** Compiling may add constants to the graph: one at a time. */
  static Program.Source synchronizedCompile(Trace trace, List<Output> outputs) {
    synchronized (trace.graph()) {
      return Programs.compile(trace.graph(), outputs);
    }
  }

  int dimension() {
    return dimension;
  }

  Program openValueAndGradient() {
    return valueAndGradient.open();
  }

  Program openValue() {
    return value.get().open();
  }

  /** {@return what each density begins with} */
  TuningValues tuning() {
    return tuning;
  }

  FailureSearch failures() {
    return failures;
  }

  @Override
  public LogDensity open() {
    return new CompiledDensity(this);
  }
}
