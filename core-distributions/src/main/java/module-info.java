/** Distributions: log densities, supports, random draws. */
module planish.distributions {
  requires transitive planish.transforms;

  exports planish.distributions;

  uses planish.distributions.DistributionProvider;

  provides planish.distributions.DistributionProvider with
      planish.distributions.family.BernoulliFamily,
      planish.distributions.family.BernoulliLogitFamily,
      planish.distributions.family.CauchyFamily,
      planish.distributions.family.ExponentialFamily,
      planish.distributions.family.FlatProvider,
      planish.distributions.family.HalfCauchyFamily,
      planish.distributions.family.HalfNormalFamily,
      planish.distributions.family.LaplaceFamily,
      planish.distributions.family.LogisticFamily,
      planish.distributions.family.LognormalFamily,
      planish.distributions.family.MultiNormalCholeskyProvider,
      planish.distributions.family.NormalFamily,
      planish.distributions.family.StdNormalFamily,
      planish.distributions.family.UniformFamily,
      planish.distributions.family.WeibullFamily;
  provides planish.transforms.TransformProvider with
      planish.distributions.family.ImageProvider;
}
