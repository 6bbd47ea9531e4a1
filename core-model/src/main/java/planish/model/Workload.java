package planish.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import planish.autodiff.graph.External;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;
import planish.autodiff.shard.ShardSet;
import planish.autodiff.shard.ShardedDensity;

/**
 * What one evaluation of a log density and its gradient has to do.
 *
 * @param operations how many operations there are, each on whole arrays; those that only look at a
 *     part of another's value are not counted
 * @param elements how many numbers they go through: for each the size of its largest operand, or of
 *     its result if that is larger
 * @param cost what it is estimated to cost, in units of one addition within a long vector
 * @param readBytes memory of all that is read, shared by all chains: data, what was computed from
 *     data once, indices
 */
public record Workload(long operations, long elements, double cost, long readBytes) {
  static Workload of(TapeSource tape, double cost) {
    Counts counts = new Counts();
    counts.add(tape);
    return new Workload(
        counts.operations, counts.elements, cost + counts.shardCost, counts.bytes());
  }

  /**
   * {@return memory that sums over shards need for one chain, on one thread: the workspace of the
   * largest shard, and all results}
   */
  static long shardBytes(TapeSource tape) {
    long numbers = 0;
    for (TapeNode node : tape.nodes()) {
      if (node.op() instanceof External(ShardedDensity shards)) {
        ShardSet set = shards.set();
        numbers += set.workspaceSize() + (long) set.count() * set.resultSize();
      }
    }
    return Double.BYTES * numbers;
  }

  /** Sums over operations, those of shards too. */
  private static final class Counts {
    private final Set<double[]> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<int[]> indices = Collections.newSetFromMap(new IdentityHashMap<>());
    private long operations;
    private long elements;
    private double shardCost;

    void add(TapeSource tape) {
      Deque<TapeSource> open = new ArrayDeque<>(List.of(tape));
      while (!open.isEmpty()) {
        for (TapeNode node : open.pop().nodes()) {
          add(node);
          if (node.op() instanceof External(ShardedDensity shards)) {
            shardCost += shards.cost();
            open.addAll(shards.tapes());
          }
        }
      }
    }

    private void add(TapeNode node) {
      addRead(node, read);
      addIndices(node, indices);
      if (!Leaves.isInput(node.op()) && !Leaves.doesNothing(node.op())) {
        operations++;
        elements += size(node);
      }
    }

    long bytes() {
      return Workload.bytes(read, indices);
    }
  }

  private static long size(TapeNode node) {
    return Arrays.stream(node.operands())
        .mapToInt(operand -> operand.shape().size())
        .reduce(node.size(), Math::max);
  }

  private static void addRead(TapeNode node, Set<double[]> read) {
    for (TapeNode.Place operand : node.operands()) {
      if (operand.known() != null) {
        read.add(operand.known().array());
      }
    }
  }

  private static void addIndices(TapeNode node, Set<int[]> indices) {
    if (node.op() instanceof Gather gather) {
      indices.add(gather.index().values());
    } else if (node.op() instanceof ScatterAdd scatter) {
      indices.add(scatter.index().values());
    }
  }

  private static long bytes(Set<double[]> numbers, Set<int[]> indices) {
    return numbers.stream().mapToLong(array -> (long) Double.BYTES * array.length).sum()
        + indices.stream().mapToLong(array -> (long) Integer.BYTES * array.length).sum();
  }
}
