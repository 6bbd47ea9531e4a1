package planish.reference;

import java.util.Arrays;
import planish.autodiff.Shape;
import planish.autodiff.graph.Input;
import planish.autodiff.graph.Scan;
import planish.autodiff.program.ScanBodies;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;

/** A recurrence with 50 digits: the operations of its step, one after the other, for each row. */
final class BigScan {
  /** The first operand that is a sequence. */
  private static final int SEQUENCES = 2;

  private final TapeSource step;
  private final Big[] shared;

  private BigScan(TapeSource step, Big[] shared) {
    this.step = step;
    this.shared = shared;
  }

  static Big[] of(Scan scan, Big[][] in, Shape[] shapes) {
    BigScan steps = new BigScan(ScanBodies.tape(scan.body()), in[1]);
    int length = shapes[SEQUENCES].length(0);
    int size = in[0].length;
    Big[] out = new Big[(length + 1) * size];
    Big[] state = in[0];
    System.arraycopy(state, 0, out, scan.backwards() ? length * size : 0, size);
    for (int k = 0; k < length; k++) {
      int row = scan.backwards() ? length - 1 - k : k;
      state = steps.next(state, read(in, shapes, row));
      System.arraycopy(state, 0, out, (scan.backwards() ? row : row + 1) * size, size);
    }
    return out;
  }

  /** One row of all sequences, side by side. */
  private static Big[] read(Big[][] in, Shape[] shapes, int row) {
    return java.util.stream.IntStream.range(SEQUENCES, in.length)
        .boxed()
        .flatMap(j -> {
          int width = shapes[j].length(1);
          return Arrays.stream(in[j], row * width, (row + 1) * width);
        })
        .toArray(Big[]::new);
  }

  private Big[] next(Big[] state, Big[] read) {
    Big[][] values = new Big[step.nodes().size()][];
    for (int k = 0; k < values.length; k++) {
      TapeNode node = step.nodes().get(k);
      values[k] =
          node.op() instanceof Input input
              ? input(input, node.size(), state, read)
              : evaluate(node, values);
    }
    return value(step.outputs().getFirst().place(), values);
  }

  private Big[] input(Input input, int size, Big[] state, Big[] read) {
    Big[] from =
        switch (input.kind()) {
          case POSITION -> state;
          case TUNING -> shared;
          case DATA -> read;
        };
    return Arrays.copyOfRange(from, input.offset(), input.offset() + size);
  }

  private static Big[] evaluate(TapeNode node, Big[][] values) {
    TapeNode.Place[] places = node.operands();
    Big[][] in = new Big[places.length][];
    Shape[] shapes = new Shape[places.length];
    for (int k = 0; k < in.length; k++) {
      in[k] = value(places[k], values);
      shapes[k] = places[k].shape();
    }
    return new BigOperation(in, shapes, node.shape()).of(node.op());
  }

  private static Big[] value(TapeNode.Place place, Big[][] values) {
    if (place.known() == null) {
      return values[place.node()];
    }
    int from = place.known().offset();
    int to = from + place.shape().size();
    return BigValues.exactly(Arrays.copyOfRange(place.known().array(), from, to));
  }
}
