package planish.benchmarks;

import java.util.Arrays;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Program;

/** The gradient of a program at positions that a sampler has visited, one after the other. */
final class Density implements Evaluations {
  private final Program program;
  private final double[][] positions;
  private final double[][] inputs = new double[InputKind.values().length][];
  private final double[][] outputs;
  private int next;

  Density(Program.Source source, double[][] positions) {
    this.program = source.open();
    this.positions = positions;
    this.outputs = new double[][] {new double[1], new double[positions[0].length]};
    Arrays.fill(inputs, new double[0]);
  }

  /** {@return the log density at one of the positions, its gradient written} */
  double valueAndGradient(int position, double[] gradient) {
    run(positions[position]);
    System.arraycopy(outputs[1], 0, gradient, 0, gradient.length);
    return outputs[0][0];
  }

  @Override
  public long evaluate(long times) {
    for (long k = 0; k < times; k++) {
      next = next + 1 < positions.length ? next + 1 : 0;
      run(positions[next]);
    }
    return times;
  }

  private void run(double[] position) {
    inputs[InputKind.POSITION.ordinal()] = position;
    program.run(inputs, outputs);
  }
}
