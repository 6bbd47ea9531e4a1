package planish.sampling;

/**
 * How a run was made, complete: what the user gave, what a resumed run had, and the defaults.
 *
 * @param model the model's name
 * @param chains the number of chains
 * @param warmup warm-up transitions of each chain
 * @param draws draws of each chain after the warm-up
 * @param thin every how many-th transition is kept
 * @param seed the seed of all random numbers
 * @param sampler the way to run
 * @param kernel the kernel, for samplers that use one
 * @param massMatrix the form of the mass matrix, for samplers and kernels that use one
 * @param initial where chains begin
 * @param saveWarmup whether the files hold the warm-up's draws too
 */
public record RunSettings(
    String model,
    int chains,
    int warmup,
    int draws,
    int thin,
    long seed,
    Part sampler,
    Part kernel,
    Part massMatrix,
    Initial initial,
    boolean saveWarmup) {
  /** {@return the transitions of one chain, warm-up included} */
  public long transitions() {
    return warmup + (long) draws * thin;
  }
}
