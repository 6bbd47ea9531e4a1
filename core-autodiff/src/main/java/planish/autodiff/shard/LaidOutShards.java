package planish.autodiff.shard;

import java.util.ArrayList;
import java.util.List;
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
    makeCode(firstAlike(tapes));
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

  /** {@return for each shard the first one of its structure} */
  private static int[] firstAlike(TapeSource[] tapes) {
    List<Integer> firsts = new ArrayList<>();
    int[] group = new int[tapes.length];
    for (int k = 0; k < tapes.length; k++) {
      int g = 0;
      while (g < firsts.size() && !tapes[firsts.get(g)].isLike(tapes[k])) {
        g++;
      }
      if (g == firsts.size()) {
        firsts.add(k);
      }
      group[k] = firsts.get(g);
    }
    return group;
  }

  /** Shards of the same structure share code. */
  private void makeCode(int[] group) {
    int[] counts = new int[tapes.length];
    for (int first : group) {
      programs += counts[first] == 0 ? 1 : 0;
      counts[first]++;
    }
    for (int k = 0; k < tapes.length; k++) {
      int count = counts[group[k]];
      tapes[k] = count > 1 ? tapes[k].withOwnArrays() : tapes[k];
      codes[k] = group[k] == k ? Programs.share(tapes[k], count) : codes[group[k]];
    }
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
