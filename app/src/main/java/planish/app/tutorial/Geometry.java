package planish.app.tutorial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import planish.app.command.Environment;

/** NumPyro's tutorial "Bad posterior geometry and how to deal with it". */
public final class Geometry {
  /** The number of its examples. */
  public static final int EXAMPLES = Examples.all().size();

  private static final String HEAD =
      """
      Bad posterior geometry and how to deal with it: one chain each, 1000 + 1000
      transitions. Columns:
        published, NumPyro, ours  the largest split R-hat of a variable's components,
                                  as the tutorial has it, with NumPyro 0.22, and here
        ESS, ESS/draw             the least effective sample size of a variable's
                                  components, and that divided by the draws
        diverged, at limit        draws whose transition diverged, or whose tree
                                  reached the maximum depth\
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
    try (Crew crew = new Crew(environment)) {
      crew.print(HEAD + (seeds == 1 ? "\n" : several()));
      Map<Example, List<List<Future<Chain>>>> begun = new LinkedHashMap<>();
      Examples.chosen(only).forEach(example -> begun.put(example, begin(example, crew)));
      begun.forEach((example, futures) -> crew.print(report(example, futures)));
    }
  }

  private String several() {
    return "\nOf "
        + seeds
        + " seeds: medians; after our R-hat the least and the greatest; sds of all draws.\n";
  }

  private List<List<Future<Chain>>> begin(Example example, Crew crew) {
    List<List<Future<Chain>>> begun = new ArrayList<>();
    for (Setting setting : example.settings()) {
      List<Future<Chain>> chains = new ArrayList<>();
      for (int k = 0; k < seeds; k++) {
        chains.add(
            crew.begin(new Work(setting, firstSeed + k, 1), draws -> Chain.first(draws, setting)));
      }
      begun.add(chains);
    }
    return begun;
  }

  private static String report(Example example, List<List<Future<Chain>>> futures) {
    return new ExampleReport(
            example,
            futures.stream().map(setting -> setting.stream().map(Crew::result).toList()).toList())
        .text();
  }
}
