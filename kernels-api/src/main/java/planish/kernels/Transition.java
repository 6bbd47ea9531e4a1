package planish.kernels;

/**
 * The outcome of one step: the next state, which the next step needs, and statistics, which a
 * person looks at.
 *
 * @param state the next state
 * @param acceptance the acceptance statistic in [0, 1] that step-size adaptation listens to
 * @param divergent whether the simulation of the dynamics failed: the energy error was above 1000
 *     or not a number
 * @param statistics one number for each column of {@link KernelSpec#columns()}; not to be changed
 */
public record Transition(
    ChainState state, double acceptance, boolean divergent, double[] statistics) {}
