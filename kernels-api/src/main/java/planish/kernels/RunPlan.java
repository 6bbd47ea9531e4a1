package planish.kernels;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import planish.spi.Options;

/**
 * How much is run, with which parts and from which random numbers.
 *
 * @param chains the number of chains, at least 1
 * @param warmup warm-up transitions of each chain, at least 0
 * @param draws draws to be kept from each chain after warm-up, at least 0
 * @param thin every how many-th transition is kept, at least 1
 * @param threads how many chains run at a time, at least 1
 * @param root the run's generator; each chain has a split of its own
 * @param kernel the kernel; null for samplers that use none
 * @param kernelOptions its options; null likewise
 * @param massMatrix the form of the mass matrix
 * @param massMatrixOptions its options
 * @param windows the warm-up windows
 * @param resume for each chain, in order, what it left at its last stop; empty where it begins
 *     afresh
 * @param stop whether the run should stop at the next draw; asked often, by many threads
 */
public record RunPlan(
    int chains,
    int warmup,
    int draws,
    int thin,
    int threads,
    ChainRandom root,
    KernelProvider kernel,
    Options kernelOptions,
    MassMatrixProvider massMatrix,
    Options massMatrixOptions,
    WarmupSchedule windows,
    List<Optional<StateReader>> resume,
    BooleanSupplier stop) {

  /** Checks the counts. */
  public RunPlan {
    resume = List.copyOf(resume);
    if (chains < 1 || warmup < 0 || draws < 0 || thin < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "counts out of range: chains "
              + chains
              + ", warmup "
              + warmup
              + ", draws "
              + draws
              + ", thin "
              + thin
              + ", threads "
              + threads);
    }
    if (resume.size() != chains) {
      throw new IllegalArgumentException(
          "expected " + chains + " chains to resume or begin, but got " + resume.size());
    }
  }
}
