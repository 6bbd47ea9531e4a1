package planish.autodiff.shard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.SharedCode;
import planish.autodiff.program.Status;
import planish.autodiff.program.TapeSource;
import planish.autodiff.program.Workspace;
import planish.autodiff.vector.Loops;

/** Shards as tapes; those of the same structure share their code. */
final class LaidOutShards implements ShardSet {
  private final int sharedSize;
  private final int ownSize;
  private final TapeSource[] tapes;
  private final SharedCode[] codes;
  private final int workspaceSize;
  private final double cost;
  private int programs;

  private LaidOutShards(int sharedSize, int ownSize, TapeSource[] tapes, double cost) {
    this.cost = cost;
    this.sharedSize = sharedSize;
    this.ownSize = ownSize;
    this.tapes = tapes;
    this.codes = new SharedCode[tapes.length];
    makeCode();
    int largest = 0;
    for (TapeSource tape : tapes) {
      largest = Math.max(largest, tape.workspaceSize());
    }
    this.workspaceSize = largest;
  }

  static LaidOutShards of(List<Shard> shards, ShardForm form, int sharedSize, int ownSize) {
    TapeSource[] tapes = new TapeSource[shards.size()];
    double cost = 0;
    for (int k = 0; k < tapes.length; k++) {
      List<Expr> computed = computed(shards.get(k), form);
      cost += form.cost(shards.get(k), computed);
      tapes[k] = tape(shards.get(k), computed);
    }
    return new LaidOutShards(sharedSize, ownSize, tapes, cost);
  }

  private static List<Expr> computed(Shard shard, ShardForm form) {
    Expr density = form.density(shard);
    List<Expr> computed = new ArrayList<>(List.of(density));
    computed.addAll(Gradient.of(density, List.of(shard.shared(), shard.own())));
    return form.program(shard, computed);
  }

  private static TapeSource tape(Shard shard, List<Expr> computed) {
    List<Output> outputs = new ArrayList<>();
    int at = 0;
    for (Expr value : computed) {
      outputs.add(new Output(value, 0, at));
      at += value.shape().size();
    }
    return Programs.layOut(shard.graph(), outputs, Loops.best());
  }

  /** Shards of the same structure share code. */
  private void makeCode() {
    for (List<Integer> group : alike()) {
      SharedCode code = Programs.share(group.stream().map(k -> tapes[k]).toList());
      group.forEach(k -> codes[k] = code);
      programs++;
    }
  }

  /** {@return the shards of each structure, in order} */
  private List<List<Integer>> alike() {
    List<List<Integer>> all = new ArrayList<>();
    Map<Integer, List<List<Integer>>> byLikeness = new HashMap<>();
    for (int k = 0; k < tapes.length; k++) {
      TapeSource tape = tapes[k];
      List<List<Integer>> found =
          byLikeness.computeIfAbsent(tape.likeness(), _ -> new ArrayList<>(1));
      found.stream()
          .filter(group -> tapes[group.getFirst()].isLike(tape))
          .findFirst()
          .orElseGet(() -> {
            List<Integer> group = new ArrayList<>();
            found.add(group);
            all.add(group);
            return group;
          })
          .add(k);
    }
    return all;
  }

  /** {@return how many programs there are: shards of the same structure have one} */
  int programCount() {
    return programs;
  }

  double cost() {
    return cost;
  }

  /** {@return the shards' tapes, in order} */
  List<TapeSource> tapes() {
    return List.of(tapes);
  }

  @Override
  public int count() {
    return tapes.length;
  }

  @Override
  public int sharedSize() {
    return sharedSize;
  }

  @Override
  public int ownSize() {
    return ownSize;
  }

  @Override
  public int workspaceSize() {
    return workspaceSize;
  }

  @Override
  public Worker open() {
    return new TapeWorker();
  }

  /** Programs over one workspace, opened when they are first run. */
  private final class TapeWorker implements Worker {
    private final Workspace workspace = new Workspace();
    private final Program[] programs = new Program[tapes.length];
    private final double[][] in = new double[InputKind.values().length][0];
    private final double[][] out = new double[1][];

    TapeWorker() {
      in[InputKind.POSITION.ordinal()] = new double[sharedSize + ownSize];
    }

    @Override
    public Status run(int shard, double[] parameters, double[] result) {
      double[] position = in[InputKind.POSITION.ordinal()];
      System.arraycopy(parameters, 0, position, 0, sharedSize);
      System.arraycopy(parameters, sharedSize + shard * ownSize, position, sharedSize, ownSize);
      out[0] = result;
      return program(shard).run(in, out);
    }

    private Program program(int shard) {
      if (programs[shard] == null) {
        workspace.of(workspaceSize);
        programs[shard] = codes[shard].open(tapes[shard], workspace);
      }
      return programs[shard];
    }
  }
}
