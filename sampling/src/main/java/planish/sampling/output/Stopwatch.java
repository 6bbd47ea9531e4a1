package planish.sampling.output;

/** The time that a chain spends on its warm-up and after it, earlier sessions included. */
final class Stopwatch {
  private final double earlierWarmup;
  private final double earlierSampling;
  private final long began = System.nanoTime();
  private long warmupEnded = -1;

  Stopwatch(double earlierWarmup, double earlierSampling) {
    this.earlierWarmup = earlierWarmup;
    this.earlierSampling = earlierSampling;
  }

  void warmupEnds() {
    warmupEnded = System.nanoTime();
  }

  double warmupSeconds() {
    long until = warmupEnded < 0 ? System.nanoTime() : warmupEnded;
    return earlierWarmup + (until - began) / 1e9;
  }

  double samplingSeconds() {
    return earlierSampling + (warmupEnded < 0 ? 0 : (System.nanoTime() - warmupEnded) / 1e9);
  }
}
