package planish.model;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ForeignExpression;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Place;
import planish.autodiff.shard.Shard;
import planish.autodiff.shard.ShardRunner;
import planish.autodiff.shard.ShardedDensity;
import planish.spi.UserException;
import planish.transforms.Transforms;

/** Traces the shards of one statement, each to a graph of its own. */
final class ShardStatements<D> {
  private final Site site;
  private final List<? extends D> data;
  private final Expr shared;
  private final Shape own;
  private final OwnShardModel<D> each;

  private ShardStatements(
      Site site, List<? extends D> data, Expr shared, Shape own, OwnShardModel<D> each) {
    this.site = site;
    this.data = data;
    this.shared = shared;
    this.own = own;
    this.each = each;
  }

  /** {@return the sum of all shards' log densities} */
  static <D> Expr sum(
      Graph graph,
      Site site,
      List<? extends D> data,
      Expr shared,
      Expr own,
      OwnShardModel<D> each) {
    if (own.shape().rank() == 0 || own.shape().length(0) != data.size()) {
      throw new LocatedException(
          site,
          "there are %d shards, so the parameters of single shards have %d parts along their first"
                  .formatted(data.size(), data.size())
              + " axis, but they have shape "
              + own.shape());
    }
    Shape one = own.shape().last(own.shape().rank() - 1);
    if (data.isEmpty()) {
      return Expr.of(0);
    }
    ShardStatements<D> statements = new ShardStatements<>(site, data, shared, one, each);
    ShardedDensity density =
        new ShardedDensity(
            site.name(), statements.trace(), shared.shape(), one, ShardRunner.local());
    graph.enter(site.place());
    Expr sum = density.apply(shared, own);
    graph.enter(Place.NONE);
    return sum;
  }

  /** States what single shards observe in the graph of the model, to be drawn. */
  static <D> void draw(
      ModelContext m,
      String name,
      List<? extends D> data,
      Expr shared,
      Expr own,
      OwnShardModel<D> each) {
    for (int k = 0; k < data.size(); k++) {
      ModelContext shard = new DrawnShard(m, name + "/" + (k + 1) + "/", new Plates());
      each.define(shard, data.get(k), shared, own.get(k));
    }
  }

  private List<Shard> trace() {
    List<Shard> shards = new ArrayList<>();
    for (int k = 0; k < data.size(); k++) {
      try {
        shards.add(shard(k));
      } catch (UserException e) {
        throw new LocatedException(
            site, "shard " + (k + 1) + " of " + data.size() + ": " + e.getMessage() + hint(e), e);
      }
    }
    return shards;
  }

  private static String hint(Throwable error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof ForeignExpression) {
        return "; a shard sees nothing of the model around it: hand it in with the parameters, and"
            + " make data in the shard";
      }
    }
    return "";
  }

  private Shard shard(int k) {
    Expr[] inputs = new Expr[2];
    Model model =
        m -> {
          Graph graph = m.graph();
          inputs[0] = graph.input(InputKind.POSITION, "parameters", 0, shared.shape());
          int next = shared.shape().size();
          inputs[1] = graph.input(InputKind.POSITION, "own parameters", next, own);
          ModelContext inner = new HandledContext(m, ShardStatements::onlyObserved);
          each.define(inner, data.get(k), inputs[0], inputs[1]);
        };
    Trace trace = Tracer.trace(model, new PositionLatents(), Transforms.boot());
    new TraceCheck(trace).run();
    return new Shard(trace.graph(), trace.logDensity(), inputs[0], inputs[1], explanation(trace));
  }

  private static Shard.Explanation explanation(Trace trace) {
    FailureSearch search = new FailureSearch(trace);
    return position -> {
      double[][] inputs = new double[InputKind.values().length][0];
      inputs[InputKind.POSITION.ordinal()] = position;
      return search.find(inputs);
    };
  }

  private static Expr onlyObserved(Site site, ModelContext outer) {
    requireObserved(site);
    return outer.site(site);
  }

  /** Refuses what a shard may not state. */
  static void requireObserved(Site site) {
    switch (site.role()) {
      case OBSERVED, FACTOR -> {}
      case SAMPLED ->
          throw new LocatedException(
              site, "parameters are not sampled in a shard; sample them outside and hand them in");
      case DETERMINISTIC, GENERATED, TUNING ->
          throw new LocatedException(
              site, "a shard gives nothing but its log density; state this outside");
    }
  }
}
