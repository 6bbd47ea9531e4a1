package planish.app.tutorial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import planish.app.command.Environment;
import planish.app.command.Kind;

/** NumPyro's tutorial "Bad posterior geometry and how to deal with it". */
public final class Geometry {
  /** The number of its examples. */
  public static final int EXAMPLES = Examples.all().size();

  private static final String HEAD =
      """
      Bad posterior geometry and how to deal with it: one chain each, 1000 + 1000 transitions.
      Numbers under "published", "NumPyro 0.22" and "ours" are the largest split R-hat of each
      variable's components%s.
      """;

  private final Environment environment;
  private final int seeds;
  private final long firstSeed;

  /**
   * A run of the tutorial.
   *
   * @param environment where to print, and the providers
   * @param seeds how many chains of each setting, each judged alone; at least 1
   * @param firstSeed the first one's seed; the others follow
   */
  public Geometry(Environment environment, int seeds, long firstSeed) {
    this.environment = environment;
    this.seeds = seeds;
    this.firstSeed = firstSeed;
  }

  /**
   * Runs the examples on all processors and prints each as soon as it and those before it are done.
   *
   * @param only the number of the only one to be run, from 1; empty for all
   */
  public void run(OptionalInt only) {
    List<Example> examples =
        Examples.all().stream()
            .filter(example -> only.isEmpty() || example.number() == only.getAsInt())
            .toList();
    environment.registry(Kind.MODEL);
    environment
        .terminal()
        .out()
        .println(HEAD.formatted(seeds == 1 ? "" : ": median (least to greatest) of " + seeds));
    long chains = examples.stream().mapToLong(e -> (long) e.settings().size() * seeds).sum();
    WorkProgress progress = new WorkProgress(environment.terminal(), chains);
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Map<Example, List<List<Future<Chain>>>> begun = new LinkedHashMap<>();
      examples.forEach(example -> begun.put(example, begin(example, threads, progress)));
      begun.forEach((example, futures) -> print(example, futures, progress));
    } finally {
      threads.shutdownNow();
    }
  }

  private List<List<Future<Chain>>> begin(
      Example example, ExecutorService threads, WorkProgress progress) {
    List<List<Future<Chain>>> begun = new ArrayList<>();
    for (Setting setting : example.settings()) {
      List<Future<Chain>> chains = new ArrayList<>();
      for (int k = 0; k < seeds; k++) {
        Work work = new Work(setting, firstSeed + k);
        chains.add(threads.submit(() -> work.run(environment, progress.of(work))));
      }
      begun.add(chains);
    }
    return begun;
  }

  private void print(Example example, List<List<Future<Chain>>> futures, WorkProgress progress) {
    List<List<Chain>> chains =
        futures.stream().map(setting -> setting.stream().map(Geometry::result).toList()).toList();
    progress.clear();
    environment.terminal().out().println(new ExampleReport(example, chains).text());
    environment.terminal().out().flush();
  }

  private static Chain result(Future<Chain> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
