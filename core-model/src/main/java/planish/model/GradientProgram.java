package planish.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Transplant;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.vector.Loops;

/**
 * The log density of a trace together with its gradient, rewritten and laid out.
 *
 * @param graph what its expressions belong to: the trace's, or one of their own
 * @param computed the log density, rewritten, and its derivatives
 * @param tape value and gradient
 * @param rewritten what the rewrites did
 * @param rewriting how long the rewrites took
 * @param layingOut how long the gradient and the tape took
 */
record GradientProgram(
    Graph graph,
    List<Expr> computed,
    TapeSource tape,
    List<RewriteLog.Entry> rewritten,
    Duration rewriting,
    Duration layingOut) {

  static GradientProgram of(Trace trace, Rewrites rewrites) {
    RewriteLog log = new RewriteLog();
    long begin = System.nanoTime();
    Expr whole = ShardRewriting.apply(trace.graph(), trace.logDensity(), rewrites, log);
    List<Expr> stated = new ArrayList<>();
    for (Expr total : rewrites.apply(Rewrite.Stage.DENSITY, trace.graph(), List.of(whole), log)) {
      stated.add(ShardRewriting.programs(trace.graph(), total, rewrites));
    }
    trace.latents().forEach(site -> stated.add(site.unconstrained().orElseThrow()));
    Graph graph = Transplant.roomFor(trace.graph(), stated);
    List<Expr> moved = Transplant.move(trace.graph(), stated, graph);
    long rewritten = System.nanoTime();
    List<Expr> computed = withGradient(moved.getFirst(), moved.subList(1, moved.size()));
    long differentiated = System.nanoTime();
    computed = rewrites.apply(Rewrite.Stage.PROGRAM, graph, computed, log);
    long again = System.nanoTime();
    TapeSource tape = Programs.layOut(graph, outputs(computed), Loops.best());
    long end = System.nanoTime();
    return new GradientProgram(
        graph,
        computed,
        tape,
        log.entries(),
        Duration.ofNanos(rewritten - begin + again - differentiated),
        Duration.ofNanos(differentiated - rewritten + end - again));
  }

  /** {@return the log density} */
  Expr total() {
    return computed.getFirst();
  }

  /** {@return what one evaluation has to do} */
  Workload workload() {
    synchronized (graph) {
      return Workload.of(tape, Rewrites.cost(graph, computed));
    }
  }

  private static List<Expr> withGradient(Expr total, List<Expr> positions) {
    List<Expr> computed = new ArrayList<>(List.of(total));
    computed.addAll(Gradient.of(total, positions));
    return computed;
  }

  /** The value into the first array, the derivatives one after the other into the second. */
  private static List<Output> outputs(List<Expr> computed) {
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(computed.getFirst(), 0, 0));
    int offset = 0;
    for (Expr derivative : computed.subList(1, computed.size())) {
      outputs.add(new Output(derivative, 1, offset));
      offset += derivative.shape().size();
    }
    return outputs;
  }
}
