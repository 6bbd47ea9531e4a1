/** Distributions: log densities, supports, random draws. */
module planish.distributions {
  requires transitive planish.transforms;

  exports planish.distributions;

  uses planish.distributions.DistributionProvider;
}
