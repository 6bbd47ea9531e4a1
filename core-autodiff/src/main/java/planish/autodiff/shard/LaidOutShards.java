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

  private LaidOutShards(int sharedSize, int ownSize, TapeSource[] tapes) {
    this.sharedSize = sharedSize;
    this.ownSize = ownSize;
    this.tapes = tapes;
    this.codes = codes(tapes);
    int largest = 0;
    for (TapeSource tape : tapes) {
      largest = Math.max(largest, tape.workspaceSize());
    }
    this.workspaceSize = largest;
  }

  static LaidOutShards of(List<Shard> shards, ShardForm form, int sharedSize, int ownSize) {
    TapeSource[] tapes = new TapeSource[shards.size()];
    for (int k = 0; k < tapes.length; k++) {
      tapes[k] = tape(shards.get(k), form);
    }
    return new LaidOutShards(sharedSize, ownSize, tapes);
  }

  private static TapeSource tape(Shard shard, ShardForm form) {
    Expr density = form.density(shard);
    List<Expr> computed = new ArrayList<>(List.of(density));
    computed.addAll(Gradient.of(density, List.of(shard.shared(), shard.own())));
    List<Output> outputs = new ArrayList<>();
    int at = 0;
    for (Expr value : form.program(shard, computed)) {
      outputs.add(new Output(value, 0, at));
      at += value.shape().size();
    }
    return Programs.layOut(shard.graph(), outputs, Loops.best());
  }

  private static SharedCode[] codes(TapeSource[] tapes) {
    List<TapeSource> firsts = new ArrayList<>();
    List<SharedCode> made = new ArrayList<>();
    SharedCode[] codes = new SharedCode[tapes.length];
    for (int k = 0; k < tapes.length; k++) {
      int g = 0;
      while (g < firsts.size() && !tapes[k].isLike(firsts.get(g))) {
        g++;
      }
      if (g == firsts.size()) {
        firsts.add(tapes[k]);
        made.add(Programs.share(tapes[k]));
      }
      codes[k] = made.get(g);
    }
    return codes;
  }

  /** {@return how many programs there are: shards of the same structure have one} */
  int programCount() {
    return (int) java.util.Arrays.stream(codes).distinct().count();
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
