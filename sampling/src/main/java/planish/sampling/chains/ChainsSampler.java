package planish.sampling.chains;

import planish.kernels.DrawSink;
import planish.kernels.RunPlan;
import planish.kernels.RunTarget;
import planish.kernels.SamplerProvider;
import planish.spi.Options;

/**
 * Independent chains of one kernel, each tuned by its own warm-up: the default way to run.
 *
 * <p>What is thrown in a chain ends all others at their next transition and comes out as a {@link
 * ChainFailure}.
 */
public final class ChainsSampler implements SamplerProvider {
  /** For {@link java.util.ServiceLoader}. */
  public ChainsSampler() {}

  @Override
  public String name() {
    return "chains";
  }

  @Override
  public String summary() {
    return "independent chains of one kernel, side by side on threads";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public boolean usesKernel() {
    return true;
  }

  @Override
  public void run(RunTarget target, RunPlan plan, Options options, DrawSink sink)
      throws InterruptedException {
    new ChainThreads(target, plan, sink).run();
  }
}
