package planish.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import planish.autodiff.graph.Data;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.External;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;
import planish.autodiff.rewrite.CanonicalForm;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.shard.ShardedDensity;
import planish.autodiff.vector.Loops;
import planish.model.Model;
import planish.model.Trace;

/**
 * The value and gradient of a model, with some rewrites, as programs of several kinds.
 *
 * @param graph what the model left, and what the rewrites added
 * @param logDensity the log density after the rewrites, before it was differentiated
 * @param outputs value and gradient
 * @param dataSize the number of doubles in the model's data
 */
record Forms(Graph graph, Expr logDensity, List<Output> outputs, long dataSize) {
  static Forms of(Model model, Rewrites rewrites) {
    Trace trace = Trace.of(model);
    Graph graph = trace.graph();
    long dataSize = dataSize(graph);
    RewriteLog log = new RewriteLog();
    Expr total =
        rewrites.apply(Rewrite.Stage.DENSITY, graph, List.of(trace.logDensity()), log).getFirst();
    List<Expr> positions =
        trace.latents().stream().map(site -> site.unconstrained().orElseThrow()).toList();
    List<Expr> computed = new ArrayList<>(List.of(total));
    computed.addAll(Gradient.of(total, positions));
    computed = rewrites.apply(Rewrite.Stage.PROGRAM, graph, computed, log);
    List<Output> outputs = new ArrayList<>(List.of(new Output(computed.getFirst(), 0, 0)));
    int offset = 0;
    for (Expr derivative : computed.subList(1, computed.size())) {
      outputs.add(new Output(derivative, 1, offset));
      offset += derivative.shape().size();
    }
    return new Forms(graph, total, outputs, dataSize);
  }

  /** {@return the number of the rewritten log density, the same for all that leave one graph} */
  long number() {
    return CanonicalForm.hash(graph, logDensity);
  }

  private static long dataSize(Graph graph) {
    long size = 0;
    for (int k = 0; k < graph.size(); k++) {
      size += graph.node(k).op() instanceof Data ? graph.node(k).shape().size() : 0;
    }
    return size;
  }

  /**
   * {@return compiled at once: what a run goes over to, when its code has been made and warmed in
   * the background}
   */
  Program.Source compiled() {
    return Programs.compile(interpreted(), CompilerMode.VECTOR);
  }

  TapeSource interpreted() {
    return Programs.layOut(graph, outputs, Loops.best());
  }

  /** {@return the number of known doubles that one evaluation reads} */
  static long knownSize(TapeSource tape) {
    Set<double[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<TapeSource> open = new ArrayDeque<>(List.of(tape));
    while (!open.isEmpty()) {
      for (TapeNode node : open.pop().nodes()) {
        for (TapeNode.Place place : node.operands()) {
          if (place.known() != null) {
            arrays.add(place.known().array());
          }
        }
        if (node.op() instanceof External(ShardedDensity shards)) {
          open.addAll(shards.tapes());
        }
      }
    }
    return arrays.stream().mapToLong(array -> array.length).sum();
  }
}
