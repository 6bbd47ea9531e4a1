package example.mala;

import java.util.random.RandomGenerator;
import planish.autodiff.LogDensity;
import planish.autodiff.vector.Elementary;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.MassMatrix;
import planish.kernels.Phase;
import planish.kernels.Transition;
import planish.kernels.Tuning;
import planish.spi.UserException;

/**
 * Proposes q + ½ ε² M⁻¹ ∇log π(q) + ε M^(−½) ξ with normal ξ, and accepts as Metropolis and
 * Hastings do.
 *
 * <p>That is one leapfrog step with a fresh momentum, and is written so: the density of the
 * proposal back over that of the proposal is then a difference of kinetic energies.
 *
 * <p>Source: G. O. Roberts and R. L. Tweedie, "Exponential convergence of Langevin distributions
 * and their discrete approximations", Bernoulli 2 (1996), section 1.4; R. M. Neal, "MCMC using
 * Hamiltonian dynamics" (2011), section 5.5.2.
 */
final class MalaKernel implements Kernel {
  private final LogDensity density;

  MalaKernel(LogDensity density) {
    this.density = density;
  }

  @Override
  public ChainState start(double[] position, RandomGenerator random) {
    double[] own = position.clone();
    double[] gradient = new double[own.length];
    double value = density.valueAndGradient(own, gradient);
    if (!Double.isFinite(value)) {
      throw new UserException(
          "mala cannot start where the log density is " + value + "; choose another position");
    }
    return ChainState.of(own, value, gradient);
  }

  @Override
  public Transition step(RandomGenerator random, ChainState state, Tuning tuning, Phase phase) {
    MassMatrix metric = tuning.metric();
    double stepSize = tuning.stepSize();
    double[] momentum = new double[density.dimension()];
    metric.sampleMomentum(random, momentum);
    double before = state.logDensity() - metric.kineticEnergy(momentum);

    double[] position = state.position().clone();
    double[] gradient = new double[position.length];
    push(momentum, 0.5 * stepSize, state.gradient());
    metric.move(stepSize, momentum, position);
    double value = density.valueAndGradient(position, gradient);
    push(momentum, 0.5 * stepSize, gradient);
    double after = value - metric.kineticEnergy(momentum);

    double acceptance = Double.isFinite(after) ? acceptance(after - before) : 0;
    boolean accepted = random.nextDouble() < acceptance;
    ChainState next = accepted ? ChainState.of(position, value, gradient) : state;
    double[] statistics = {stepSize, accepted ? 1 : 0};
    return new Transition(next, acceptance, !Double.isFinite(value), statistics);
  }

  private static double acceptance(double logRatio) {
    return logRatio >= 0 ? 1 : Elementary.exp(logRatio);
  }

  private static void push(double[] momentum, double time, double[] force) {
    for (int i = 0; i < momentum.length; i++) {
      momentum[i] += time * force[i];
    }
  }
}
