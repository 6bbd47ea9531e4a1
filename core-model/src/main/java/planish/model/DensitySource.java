package planish.model;

import java.util.List;
import planish.autodiff.LogDensity;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.Rewrites;

/**
 * Opens the compiled log density of a trace. What is seldom needed, the value alone and the search
 * for a failure's site, is compiled when it is first asked for.
 */
final class DensitySource implements LogDensity.Source {
  private final int dimension;
  private final GradientProgram gradient;
  private final Program.Source valueAndGradient;
  private final Lazy<Program.Source> value;
  private final FailureSearch failures;
  private final TuningValues tuning;

  DensitySource(Trace trace, int dimension, Rewrites rewrites) {
    this.dimension = dimension;
    this.gradient = GradientProgram.of(trace, rewrites);
    this.valueAndGradient = Programs.compile(gradient.tape());
    this.value =
        new Lazy<>(() ->
            synchronizedCompile(gradient.graph(), List.of(new Output(gradient.total(), 0, 0))));
    this.failures = new FailureSearch(trace);
    this.tuning = TuningValues.of(trace);
  }

  /** Compiling may add constants to the graph: one at a time. */
  static Program.Source synchronizedCompile(Graph graph, List<Output> outputs) {
    synchronized (graph) {
      return Programs.compile(graph, outputs);
    }
  }

  /** {@return value and gradient, before they were compiled} */
  GradientProgram gradient() {
    return gradient;
  }

  int dimension() {
    return dimension;
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
    return new CompiledDensity(this, valueAndGradient.open());
  }

  /** {@return opens the same density, run by another program of the same tape} */
  LogDensity.Source of(Program.Source program) {
    return () -> new CompiledDensity(this, program.open());
  }

  /** {@return the code that runs, as text; empty where it is interpreted} */
  String listing() {
    return valueAndGradient.listing();
  }
}
