/** Constraints and the transforms onto them, with their log-Jacobians. */
module planish.transforms {
  requires transitive planish.autodiff;

  exports planish.transforms;

  uses planish.transforms.TransformProvider;

  provides planish.transforms.TransformProvider with
      planish.transforms.provider.AffineProvider,
      planish.transforms.provider.CholeskyProvider,
      planish.transforms.provider.IdentityProvider,
      planish.transforms.provider.IsometricLogRatioProvider,
      planish.transforms.provider.LogProvider,
      planish.transforms.provider.LogitProvider,
      planish.transforms.provider.OrderedProvider,
      planish.transforms.provider.PartialCorrelationsProvider,
      planish.transforms.provider.SoftplusProvider,
      planish.transforms.provider.StickBreakingProvider,
      planish.transforms.provider.SumToZeroProvider,
      planish.transforms.provider.UnitVectorProvider;
}
