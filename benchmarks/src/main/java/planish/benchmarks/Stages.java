package planish.benchmarks;

import java.lang.management.ManagementFactory;
import planish.autodiff.LogDensity;
import planish.autodiff.program.CompilerMode;
import planish.model.Compilation;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;

/**
 * What it takes to make a density of a model, once.
 *
 * @param trace milliseconds to run the model and to look at its data
 * @param rewrite milliseconds in rewrites
 * @param compile milliseconds for all else: to differentiate, to lay out, to generate code, and to
 *     evaluate once
 * @param heap bytes allocated on that way
 */
record Stages(double trace, double rewrite, double compile, double heap) {
  private static final double TO_MILLISECONDS = 1e-6;

  /** {@return what it takes now} */
  static Stages of(Model model) {
    long allocated = Allocation.ofThisThread();
    long start = System.nanoTime();
    Posterior posterior = Posteriors.compile("model", model);
    Compilation compilation = posterior.compilation().orElseThrow();
    LogDensity density = compilation.in(CompilerMode.PLAIN).density().open();
    density.valueAndGradient(new double[density.dimension()], new double[density.dimension()]);
    long end = System.nanoTime();
    double trace = compilation.tracing().toNanos() * TO_MILLISECONDS;
    double rewrite = compilation.rewriting().toNanos() * TO_MILLISECONDS;
    double whole = (end - start) * TO_MILLISECONDS;
    return new Stages(
        trace, rewrite, whole - trace - rewrite, Allocation.ofThisThread() - allocated);
  }

  /** {@return bytes that stay in memory as long as the posterior and a density do} */
  static double kept(Model model) {
    double before = used();
    Posterior posterior = Posteriors.compile("model", model);
    LogDensity density = posterior.density().open();
    density.valueAndGradient(new double[density.dimension()], new double[density.dimension()]);
    double kept = used() - before;
    java.lang.ref.Reference.reachabilityFence(posterior);
    java.lang.ref.Reference.reachabilityFence(density);
    return Math.max(kept, 0);
  }

  private static double used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** {@return the least of each: what the machine does beside us only adds to it} */
  Stages least(Stages other) {
    return new Stages(
        Math.min(trace, other.trace),
        Math.min(rewrite, other.rewrite),
        Math.min(compile, other.compile),
        Math.min(heap, other.heap));
  }
}
