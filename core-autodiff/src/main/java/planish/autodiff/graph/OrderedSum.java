package planish.autodiff.graph;

import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;

/**
 * The sum of arrays of one shape, each so many times, in the order in which they stand: the chain
 * fma(multiplicity, term, ·) from 0.
 *
 * @param multiplicities one for each operand
 */
public record OrderedSum(List<Integer> multiplicities) implements Op {
  /** Copies the list. */
  public OrderedSum {
    multiplicities = List.copyOf(multiplicities);
  }

  @Override
  public Shape shape(Shape... operands) {
    for (Shape shape : operands) {
      if (!shape.equals(operands[0])) {
        throw new IllegalArgumentException(
            "the terms of a sum have one shape, but " + operands[0] + " and " + shape + " differ");
      }
    }
    return operands[0];
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    double[] times = multiplicities.stream().mapToDouble(Integer::doubleValue).toArray();
    double[] to = out.array();
    int offset = out.offset();
    int n = in[0].size();
    return Evaluation.of(() -> {
      Arrays.fill(to, offset, offset + n, 0);
      for (int k = 0; k < times.length; k++) {
        context.loops().axpy(times[k], in[k].array(), in[k].offset(), to, offset, n);
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    for (int k = 0; k < p.operandCount(); k++) {
      if (p.wants(k)) {
        p.addWhole(k, p.adjoint().times(multiplicities.get(k)));
      }
    }
  }

  @Override
  public String toString() {
    return "ordered_sum";
  }
}
