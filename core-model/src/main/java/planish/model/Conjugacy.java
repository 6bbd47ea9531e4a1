package planish.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sampled site whose prior is conjugate to all that depends on it: given the other parameters,
 * its posterior is of the prior's family, so that it could be drawn exactly or integrated out.
 *
 * @param site the sampled site's name
 * @param prior the name of its distribution
 * @param observations the sites whose distribution has it as an argument, in the model's order
 * @param each whether it has several elements, each with observations of its own
 */
public record Conjugacy(String site, String prior, List<Observation> observations, boolean each) {
  /** Copies the list. */
  public Conjugacy {
    observations = List.copyOf(observations);
  }

  /**
   * A site that the parameter is an argument of.
   *
   * @param site its name
   * @param distribution the name of its distribution
   * @param first what it adds to the first number of the posterior
   * @param second what it adds to the second number; empty for a Dirichlet prior
   */
  public record Observation(String site, String distribution, String first, String second) {}

  /**
   * {@return the posterior given the other parameters, in terms of the prior's arguments by their
   * names}
   */
  public String posterior() {
    return switch (prior) {
      case "normal" ->
          "normal with mean m / p and precision p, where m = "
              + first("mu / sigma^2")
              + " and p = "
              + second("1 / sigma^2");
      case "dirichlet" -> "dirichlet(" + first("alpha") + ")";
      default -> prior + "(" + first("alpha") + ", " + second("beta") + ")";
    };
  }

  private String first(String own) {
    return sum(own, observations.stream().map(Observation::first));
  }

  private String second(String own) {
    return sum(own, observations.stream().map(Observation::second));
  }

  private static String sum(String own, Stream<String> terms) {
    return Stream.concat(Stream.of(own), terms).collect(Collectors.joining(" + "));
  }

  /** {@return all of it in one sentence for people, without its full stop} */
  public String sentence() {
    String others =
        observations.stream()
            .map(y -> y.distribution() + " " + y.site())
            .collect(Collectors.joining(", "));
    return site
        + " ~ "
        + prior
        + " is conjugate to "
        + others
        + ": given the other parameters it is "
        + posterior()
        + (each ? ", each element by the observations that use it" : "");
  }
}
