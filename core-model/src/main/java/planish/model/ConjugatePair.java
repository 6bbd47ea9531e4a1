package planish.model;

import java.util.Arrays;
import java.util.Optional;
import planish.model.Conjugacy.Observation;

/**
 * Priors and what they are conjugate to (D. Fink, "A Compendium of Conjugate Priors", 1997). In
 * what an observation adds, {@code #} stands for its name.
 */
enum ConjugatePair {
  NORMAL_MEAN("normal", "normal", 0, "sum(# / sd(#)^2)", "sum(1 / sd(#)^2)"),
  NORMAL_VARIANCE("inverse-gamma", "normal", 1, "count(#) / 2", "sum((# - mean(#))^2) / 2"),
  BERNOULLI("beta", "bernoulli", 0, "sum(#)", "sum(1 - #)"),
  BINOMIAL("beta", "binomial", 1, "sum(#)", "sum(N(#) - #)"),
  POISSON("gamma", "poisson", 0, "sum(#)", "count(#)"),
  EXPONENTIAL("gamma", "exponential", 0, "count(#)", "sum(#)"),
  GAMMA_RATE("gamma", "gamma", 1, "sum(shape(#))", "sum(#)"),
  CATEGORICAL("dirichlet", "categorical", 0, "counts(#)", "");

  private final String prior;
  private final String likelihood;
  private final int argument;
  private final String first;
  private final String second;

  ConjugatePair(String prior, String likelihood, int argument, String first, String second) {
    this.prior = prior;
    this.likelihood = likelihood;
    this.argument = argument;
    this.first = first;
    this.second = second;
  }

  /** {@return whether there is a pair with such a prior} */
  static boolean hasPrior(String name) {
    return Arrays.stream(values()).anyMatch(pair -> pair.prior.equals(name));
  }

  static Optional<ConjugatePair> of(String prior, String likelihood) {
    return Arrays.stream(values())
        .filter(pair -> pair.prior.equals(prior) && pair.likelihood.equals(likelihood))
        .findFirst();
  }

  /** {@return which argument of the likelihood the parameter is} */
  int argument() {
    return argument;
  }

  /** {@return whether the argument is the parameter's square root} */
  boolean squareRoot() {
    return this == NORMAL_VARIANCE;
  }

  /** {@return whether each element of the parameter stands for itself} */
  boolean elementwise() {
    return this != CATEGORICAL;
  }

  Observation observation(String site) {
    return new Observation(site, likelihood, first.replace("#", site), second.replace("#", site));
  }
}
