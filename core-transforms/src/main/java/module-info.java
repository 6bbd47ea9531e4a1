/** Constraints and the transforms onto them, with their log-Jacobians. */
module planish.transforms {
  requires transitive planish.autodiff;

  exports planish.transforms;

  uses planish.transforms.TransformProvider;

  provides planish.transforms.TransformProvider with
      planish.transforms.provider.AffineProvider,
      planish.transforms.provider.IdentityProvider,
      planish.transforms.provider.LogProvider,
      planish.transforms.provider.LogitProvider,
      planish.transforms.provider.SoftplusProvider;
}
