package planish.kernelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import planish.autodiff.LogDensity;
import planish.kernels.ChainRandom;
import planish.kernels.Kernel;
import planish.kernels.Phase;
import planish.kernels.Tuning;

/**
 * Whether a kernel leaves a target invariant: exact draws, one transition from each, then the exact
 * test of Kolmogorov and Smirnov for each function whose distribution is known.
 */
public final class Invariance {
  /** Each p-value falls below this with this probability for a right kernel. */
  public static final double FALSE_ALARM = 1e-5;

  private Invariance() {}

  /** {@return the p-value of each of the target's functions after one transition} */
  public static Map<String, Double> pValues(
      Function<LogDensity, Kernel> kernels, Target target, Tuning tuning, int draws, long seed) {
    ChainRandom random = ChainRandom.of(seed);
    Kernel kernel = kernels.apply(target.density().get());
    Map<String, double[]> uniforms = new TreeMap<>();
    target.uniforms().keySet().forEach(name -> uniforms.put(name, new double[draws]));
    for (int k = 0; k < draws; k++) {
      double[] exact = target.draw().position(random);
      double[] moved =
          kernel
              .step(random, kernel.start(exact, random), tuning, Phase.SAMPLING)
              .state()
              .position();
      for (Map.Entry<String, double[]> uniform : uniforms.entrySet()) {
        uniform.getValue()[k] = target.uniforms().get(uniform.getKey()).applyAsDouble(moved);
      }
    }
    Map<String, Double> pValues = new TreeMap<>();
    uniforms.forEach((name, values) -> pValues.put(name, KolmogorovSmirnov.pValue(values)));
    return pValues;
  }

  /** Fails if a p-value is below {@link #FALSE_ALARM}. */
  public static void check(
      Function<LogDensity, Kernel> kernels, Target target, Tuning tuning, int draws, long seed) {
    assertThat(pValues(kernels, target, tuning, draws, seed))
        .as("p-values for %s", target)
        .allSatisfy((name, p) -> assertThat(p).as(name).isGreaterThan(FALSE_ALARM));
  }
}
