package planish.app.tutorial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import planish.app.command.Environment;

/** The tutorial with many seeds: what it claims of each form, and whether it is so here. */
public final class Study {
  private static final int SEEDS = 20;

  /** Each chain of example 1 costs as much as hundreds of the others'. */
  private static final int SEEDS_OF_FIRST = 5;

  private static final String HEAD =
      """
      Bad posterior geometry and how to deal with it, with many seeds:
      %s. Chains of 1000 + 1000 transitions; where
      four are judged together, the first of them is the one chain. "Largest R-hat" is
      the split R-hat, the largest of all components of a seed. NumPyro's numbers:
        %s.
      """;

  private final Environment environment;
  private final OptionalInt seeds;
  private final long firstSeed;

  /**
   * A study.
   *
   * @param environment where to print, and the providers
   * @param seeds how many of each setting, at least 1; if empty 5 of example 1 and 20 of the others
   * @param firstSeed the first one; the others follow
   */
  public Study(Environment environment, OptionalInt seeds, long firstSeed) {
    this.environment = environment;
    this.seeds = seeds;
    this.firstSeed = firstSeed;
  }

  /**
   * Runs the examples on all processors and prints the claims of each as soon as they are judged.
   *
   * @param only the number of the only example to be run, from 1; empty for all
   * @return whether every claim is met
   */
  public boolean run(OptionalInt only) {
    List<Example> examples = Examples.chosen(only);
    NumpyroRHats numpyro = NumpyroRHats.read();
    long tests =
        Examples.all().stream().flatMap(e -> e.settings().stream()).filter(Setting::good).count();
    Claims claims = new Claims(numpyro, tests);
    List<Claim> judged = new ArrayList<>();
    try (Crew crew = new Crew(environment)) {
      crew.print(HEAD.formatted(counts(examples), numpyro.origin()));
      Map<Example, Map<Setting, List<Future<StudyRun>>>> begun = new LinkedHashMap<>();
      examples.forEach(example -> begun.put(example, begin(example, crew)));
      begun.forEach((example, settings) -> {
        List<Claim> ofExample = new ArrayList<>();
        settings.forEach((setting, runs) ->
            ofExample.addAll(claims.of(setting, runs.stream().map(Crew::result).toList())));
        crew.print(text(example, ofExample));
        judged.addAll(ofExample);
      });
      long met = judged.stream().filter(Claim::met).count();
      crew.print(
          met == judged.size()
              ? "All " + met + " claims are met."
              : met + " of " + judged.size() + " claims are met; the others are marked NO.");
      return met == judged.size();
    }
  }

  private int seeds(Example example) {
    return seeds.orElse(example.number() == 1 ? SEEDS_OF_FIRST : SEEDS);
  }

  private String counts(List<Example> examples) {
    return seeds.isPresent() || examples.size() == 1
        ? seeds(examples.getFirst()) + " of each setting"
        : SEEDS_OF_FIRST + " in example 1, " + SEEDS + " in the others";
  }

  private Map<Setting, List<Future<StudyRun>>> begin(Example example, Crew crew) {
    Map<Setting, List<Future<StudyRun>>> begun = new LinkedHashMap<>();
    for (Setting setting : example.settings()) {
      begun.put(
          setting,
          IntStream.range(0, seeds(example))
              .mapToObj(k -> new Work(setting, firstSeed + k, StudyRun.chains(setting)))
              .map(work -> crew.begin(work, draws -> StudyRun.of(draws, setting)))
              .toList());
    }
    return begun;
  }

  private static String text(Example example, List<Claim> claims) {
    Table table = new Table(2);
    table.add("", "claim", "figure", "bound", "met");
    String last = "";
    for (Claim claim : claims) {
      String setting = claim.setting().equals(last) ? "" : claim.setting();
      last = claim.setting();
      table.add(setting, claim.what(), claim.figure(), claim.bound(), claim.met() ? "yes" : "NO");
    }
    return "Example %d: %s\n\n%s".formatted(example.number(), example.title(), table.text());
  }
}
