package planish.autodiff.rewrite;

import java.util.Arrays;
import planish.autodiff.graph.ScanBody;

/** What a scan's body does, told by what it makes of some numbers. */
final class Probe {
  private Probe() {}

  static long of(ScanBody body) {
    ScanBody.Step step = body.open();
    double[] next = new double[body.stateSize()];
    long hash = Mix.of("body", body.stateSize(), body.inputSize(), body.sharedSize());
    for (int round = 1; round <= 3; round++) {
      step.run(
          numbers(body.stateSize(), 0.37 * round),
          0,
          numbers(body.inputSize(), 0.59 * round),
          0,
          numbers(body.sharedSize(), 0.83 * round),
          0,
          next,
          0);
      hash = Mix.of("round", hash, Mix.of(next));
    }
    return hash;
  }

  private static double[] numbers(int n, double from) {
    double[] numbers = new double[n];
    Arrays.setAll(numbers, k -> from / (k + 1.3) + 0.1);
    return numbers;
  }
}
