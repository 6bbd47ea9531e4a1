package planish.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.External;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Place;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.shard.Shard;
import planish.autodiff.shard.ShardForm;
import planish.autodiff.shard.ShardedDensity;

/** Rewrites the graphs of shards as that of the model is. */
final class ShardRewriting implements ShardForm {
  private final Rewrites rewrites;
  private final Map<RewriteLog.Entry, Integer> done = new LinkedHashMap<>();

  private ShardRewriting(Rewrites rewrites) {
    this.rewrites = rewrites;
  }

  /**
   * {@return a log density whose shards, and theirs, are rewritten}
   *
   * @param graph what it belongs to; it grows
   * @param density a scalar
   * @param log is told what was done in the shards
   */
  static Expr apply(Graph graph, Expr density, Rewrites rewrites, RewriteLog log) {
    return replaced(graph, density, (shards, place) -> rewritten(shards, place, rewrites, log));
  }

  /**
   * {@return a log density whose shards, where rewrites made them, have their gradients rewritten}
   *
   * @param graph what it belongs to; it grows
   * @param density a scalar
   */
  static Expr programs(Graph graph, Expr density, Rewrites rewrites) {
    return replaced(
        graph,
        density,
        (shards, _) -> shards.isPlain() ? shards.in(new Programs(rewrites)) : shards);
  }

  /** {@return a log density with other shards in place of those at a place} */
  private static Expr replaced(
      Graph graph, Expr density, BiFunction<ShardedDensity, Place, ShardedDensity> other) {
    if (!hasShards(graph)) {
      return density;
    }
    return Rebuild.of(
            graph,
            List.of(density),
            (index, node, operands) ->
                node.op() instanceof External(ShardedDensity shards)
                    ? graph.apply(new External(other.apply(shards, graph.placeOf(index))), operands)
                    : null)
        .getFirst();
  }

  private static boolean hasShards(Graph graph) {
    for (int k = 0; k < graph.size(); k++) {
      if (graph.node(k).op() instanceof External(ShardedDensity _)) {
        return true;
      }
    }
    return false;
  }

  /** Rewrites gradients alone: the densities are rewritten already. */
  private record Programs(Rewrites rewrites) implements ShardForm {
    @Override
    public Expr density(Shard shard) {
      return shard.logDensity();
    }

    @Override
    public List<Expr> program(Shard shard, List<Expr> computed) {
      return rewrites.apply(Rewrite.Stage.PROGRAM, shard.graph(), computed, new RewriteLog());
    }

    @Override
    public double cost(Shard shard, List<Expr> computed) {
      return Rewrites.cost(shard.graph(), computed);
    }
  }

  private static ShardedDensity rewritten(
      ShardedDensity shards, Place place, Rewrites rewrites, RewriteLog log) {
    ShardRewriting form = new ShardRewriting(rewrites);
    ShardedDensity result = shards.in(form);
    result.set();
    form.tell(place, shards.shards().size(), log);
    return result;
  }

  /** What was done in several shards alike is told once. */
  private void tell(Place place, int shards, RewriteLog log) {
    done.forEach((entry, times) -> {
      String where = times == 1 ? "in one of " : "in " + times + " of ";
      log.add(
          new RewriteLog.Entry(
              entry.rewrite(),
              entry.place().site().isEmpty() ? place : entry.place(),
              where + shards + " shards, " + entry.what()));
    });
  }

  @Override
  public Expr density(Shard shard) {
    RewriteLog log = new RewriteLog();
    Graph graph = shard.graph();
    Expr inner = apply(graph, shard.logDensity(), rewrites, log);
    Expr density = rewrites.apply(Rewrite.Stage.DENSITY, graph, List.of(inner), log).getFirst();
    note(log);
    return programs(graph, density, rewrites);
  }

  @Override
  public List<Expr> program(Shard shard, List<Expr> computed) {
    RewriteLog log = new RewriteLog();
    List<Expr> result = rewrites.apply(Rewrite.Stage.PROGRAM, shard.graph(), computed, log);
    note(log);
    return result;
  }

  @Override
  public double cost(Shard shard, List<Expr> computed) {
    return Rewrites.cost(shard.graph(), computed);
  }

  private void note(RewriteLog log) {
    log.entries().forEach(entry -> done.merge(entry, 1, Integer::sum));
  }
}
