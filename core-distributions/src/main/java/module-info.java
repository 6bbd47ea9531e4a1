/** Distributions: log densities, supports, random draws. */
module planish.distributions {
  requires transitive planish.transforms;

  exports planish.distributions;

  uses planish.distributions.DistributionProvider;

  provides planish.distributions.DistributionProvider with
      planish.distributions.family.BernoulliFamily,
      planish.distributions.family.BernoulliLogitFamily,
      planish.distributions.family.BetaFamily,
      planish.distributions.family.BinomialFamily,
      planish.distributions.family.BinomialLogitFamily,
      planish.distributions.family.CategoricalLogitProvider,
      planish.distributions.family.CategoricalProvider,
      planish.distributions.family.CauchyFamily,
      planish.distributions.family.ChiSquareFamily,
      planish.distributions.family.DirichletProvider,
      planish.distributions.family.ExponentialFamily,
      planish.distributions.family.FlatProvider,
      planish.distributions.family.GammaFamily,
      planish.distributions.family.HalfCauchyFamily,
      planish.distributions.family.HalfNormalFamily,
      planish.distributions.family.HalfStudentTFamily,
      planish.distributions.family.InverseGammaFamily,
      planish.distributions.family.LaplaceFamily,
      planish.distributions.family.LkjCholeskyProvider,
      planish.distributions.family.LkjCorrProvider,
      planish.distributions.family.LogisticFamily,
      planish.distributions.family.LognormalFamily,
      planish.distributions.family.MultiNormalCholeskyProvider,
      planish.distributions.family.MultiNormalPrecisionProvider,
      planish.distributions.family.MultiNormalProvider,
      planish.distributions.family.NegBinomial2Family,
      planish.distributions.family.NegBinomial2LogFamily,
      planish.distributions.family.NormalFamily,
      planish.distributions.family.PoissonFamily,
      planish.distributions.family.PoissonLogFamily,
      planish.distributions.family.StdNormalFamily,
      planish.distributions.family.StudentTFamily,
      planish.distributions.family.UniformFamily,
      planish.distributions.family.WeibullFamily;
  provides planish.transforms.TransformProvider with
      planish.distributions.family.ImageProvider;
}
