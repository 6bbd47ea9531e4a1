package planish.sampling;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.model.Posterior;
import planish.sampling.output.RunFiles;
import planish.spi.Services;
import planish.spi.UserException;

/**
 * A run to be made: what is sampled, how much, with which parts, and where it is written.
 *
 * <p>
 *
 * {@snippet :
 * RunResult result = Run.of(posterior).chains(4).warmup(1000).draws(1000).seed(1)
 *     .kernel("nuts", Map.of("max-tree-depth", "10"))
 *     .run();
 * }
 *
 * <p>Immutable: each method gives back another run, so that one can be kept and varied. Defaults
 * are Stan's: 4 chains of 1,000 + 1,000 transitions, NUTS with a diagonal mass matrix, starting
 * positions uniform in (−2, 2). The same posterior, settings and seed give the same draws, bit for
 * bit, on any number of threads.
 */
public final class Run {
  private final Posterior posterior;
  private final Map<Setting, Object> given;
  private final Surroundings around;

  private Run(Posterior posterior, Map<Setting, Object> given, Surroundings around) {
    this.posterior = posterior;
    this.given = given;
    this.around = around;
  }

  /** {@return a run of a model with its data} */
  public static Run of(Posterior posterior) {
    return new Run(posterior, Map.of(), Surroundings.plain());
  }

  /**
   * {@return a run of a density without a model; draws are its positions}
   *
   * @param density opens the density of each chain
   * @param layout names the coordinates
   */
  public static Run of(LogDensity.Source density, ParameterLayout layout) {
    return of(new PlainPosterior("density", density, layout));
  }

  private Run with(Setting setting, Object value) {
    return new Run(posterior, Setting.with(given, setting, value), around);
  }

  private Run with(Surroundings changed) {
    return new Run(posterior, given, changed);
  }

  /** {@return this run with that many chains, at least 1} */
  public Run chains(int chains) {
    return with(Setting.CHAINS, atLeast(1, chains, "chains"));
  }

  /** {@return this run with that many warm-up transitions of each chain, at least 0} */
  public Run warmup(int transitions) {
    return with(Setting.WARMUP, atLeast(0, transitions, "warmup"));
  }

  /** {@return this run with that many draws of each chain after the warm-up, at least 0} */
  public Run draws(int draws) {
    return with(Setting.DRAWS, atLeast(0, draws, "draws"));
  }

  /** {@return this run with every {@code thin}-th transition kept, at least 1} */
  public Run thin(int thin) {
    return with(Setting.THIN, atLeast(1, thin, "thin"));
  }

  /**
   * {@return this run with that seed of all random numbers}
   *
   * <p>Without one, a seed is drawn; {@link RunResult#settings()} and the files have it.
   */
  public Run seed(long seed) {
    return with(Setting.SEED, seed);
  }

  /** {@return this run with the kernel of that name} */
  public Run kernel(String name) {
    return kernel(name, Map.of());
  }

  /** {@return this run with the kernel of that name and these of its options} */
  public Run kernel(String name, Map<String, String> options) {
    return with(Setting.KERNEL, new Part(name, options));
  }

  /**
   * {@return this run with the mass matrix of that name: {@code diagonal}, {@code dense}, {@code
   * blocks:(x1,x2)}}
   */
  public Run massMatrix(String name) {
    return massMatrix(name, Map.of());
  }

  /** {@return this run with the mass matrix of that name and these of its options} */
  public Run massMatrix(String name, Map<String, String> options) {
    return with(Setting.MASS_MATRIX, new Part(name, options));
  }

  /** {@return this run with the sampler of that name: the way to run, {@code chains} by default} */
  public Run sampler(String name) {
    return sampler(name, Map.of());
  }

  /** {@return this run with the sampler of that name and these of its options} */
  public Run sampler(String name, Map<String, String> options) {
    return with(Setting.SAMPLER, new Part(name, options));
  }

  /** {@return this run with chains that begin there} */
  public Run init(Initial initial) {
    return with(Setting.INITIAL, initial);
  }

  /**
   * {@return this run with the warm-up's draws in the files too, before the adaptation's lines;
   * they are never among {@link RunResult#draws()}}
   */
  public Run saveWarmup(boolean save) {
    return with(Setting.SAVE_WARMUP, save);
  }

  /** {@return this run with that many chains at a time, at least 1; all processors by default} */
  public Run threads(int threads) {
    return with(around.threads(atLeast(1, threads, "threads")));
  }

  /** {@return this run with kernels and other parts found there: plugins} */
  public Run services(Services services) {
    return with(around.services(services));
  }

  /** {@return this run with someone who hears how far it is} */
  public Run listener(RunListener listener) {
    return with(around.listener(listener));
  }

  /**
   * {@return this run, to be ended at the next draw of each chain once that is true}
   *
   * @param stop asked after each transition, by all chains' threads: cheap and safe for many
   *     threads
   */
  public Run stopWhen(BooleanSupplier stop) {
    return with(around.stop(stop));
  }

  /**
   * {@return this run, written as it is made to {@code folder/NAME_1.csv}, {@code NAME_2.csv}, … in
   * Stan's format, each with a side file from which it can go on; NAME is the model's name}
   */
  public Run output(Path folder) {
    return with(around.folder(folder, false));
  }

  /** {@return this run, written as {@link #output(Path)} says to files of that name} */
  public Run output(Path folder, String name) {
    return with(around.folder(folder, false).name(name));
  }

  /**
   * {@return this run, with leave to replace the files of an earlier run of that name}
   *
   * <p>Without it such a run is refused before anything is touched. Files of other names are never
   * touched.
   */
  public Run overwrite(boolean overwrite) {
    return with(around.overwrite(overwrite));
  }

  /**
   * {@return the run in that folder, to go on where it was stopped, with the same bits as if it had
   * never been}
   *
   * <p>Settings that are not given are those of the run in the folder. Those given must be the
   * same, but for the draws: more of them extend a run.
   */
  public Run resume(Path folder) {
    return with(around.folder(folder, true));
  }

  /** {@return the run of that name in that folder, to go on as {@link #resume(Path)} says} */
  public Run resume(Path folder, String name) {
    return with(around.folder(folder, true).name(name));
  }

  /**
   * {@return this run, with words on how its model was made, kept in its files: options, where the
   * data came from}
   *
   * @param about names and texts; they are not compared when the run goes on
   */
  public Run about(Map<String, String> about) {
    return with(around.about(about));
  }

  /**
   * {@return what {@link #about(Map)} told of the run of that name in that folder}
   *
   * @throws UserException if there is no such run
   */
  public static Map<String, String> about(Path folder, String name) {
    return Resumption.of(new RunFiles(folder, name)).about();
  }

  /**
   * Makes the run; returns when all chains have ended. If the calling thread is interrupted, all
   * chains end at their next draw, the result is given back, and the thread's interrupt flag is
   * set.
   *
   * @return what was made
   * @throws UserException if a setting is wrong, no starting position was found, or the files
   *     cannot be used
   * @throws RunFailure if a chain failed; what had been made by then is not lost
   */
  public RunResult run() {
    return new Session(posterior, given, around).run();
  }

  private static int atLeast(int least, int value, String name) {
    if (value < least) {
      throw new UserException(
          name + ": expected a whole number of at least " + least + ", but got " + value);
    }
    return value;
  }
}
