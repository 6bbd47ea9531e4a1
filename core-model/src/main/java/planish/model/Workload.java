package planish.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;

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
    long operations = 0;
    long elements = 0;
    Set<double[]> read = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<int[]> indices = Collections.newSetFromMap(new IdentityHashMap<>());
    for (TapeNode node : tape.nodes()) {
      addRead(node, read);
      addIndices(node, indices);
      if (!Leaves.isInput(node.op()) && !Leaves.doesNothing(node.op())) {
        operations++;
        elements += size(node);
      }
    }
    return new Workload(operations, elements, cost, bytes(read, indices));
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
