package planish.model;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.LogDensity;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;

/**
 * Opens the compiled log density of a trace. What is seldom needed, the value alone and the search
 * for a failure's site, is compiled when it is first asked for.
 */
final class DensitySource implements LogDensity.Source {
  private final int dimension;
  private final RewriteLog rewriteLog;
  private final Program.Source valueAndGradient;
  private final Lazy<Program.Source> value;
  private final FailureSearch failures;
  private final TuningValues tuning;

  DensitySource(Trace trace, int dimension, Rewrites rewrites) {
    this.dimension = dimension;
    RewriteLog log = new RewriteLog();
    Expr total = rewritten(trace, rewrites, log);
    this.rewriteLog = log;
    this.valueAndGradient = Programs.compile(trace.graph(), outputs(trace, total, rewrites, log));
    this.value = new Lazy<>(() -> synchronizedCompile(trace, List.of(new Output(total, 0, 0))));
    this.failures = new FailureSearch(trace);
    this.tuning = TuningValues.of(trace);
  }

  private static Expr rewritten(Trace trace, Rewrites rewrites, RewriteLog log) {
    return rewrites
        .apply(Rewrite.Stage.DENSITY, trace.graph(), List.of(trace.logDensity()), log)
        .getFirst();
  }

  private static List<Output> outputs(Trace trace, Expr total, Rewrites rewrites, RewriteLog log) {
    List<Expr> positions =
        trace.latents().stream().map(site -> site.unconstrained().orElseThrow()).toList();
    List<Expr> computed = new ArrayList<>(List.of(total));
    computed.addAll(Gradient.of(total, positions));
    computed = rewrites.apply(Rewrite.Stage.PROGRAM, trace.graph(), computed, log);
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(computed.getFirst(), 0, 0));
    int offset = 0;
    for (Expr derivative : computed.subList(1, computed.size())) {
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

  /** {@return what the rewrites did} */
  List<RewriteLog.Entry> rewritten() {
    return rewriteLog.entries();
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
