/** Reparameterisations: sites sampled through other coordinates. */
module planish.reparam {
  requires transitive planish.model;

  exports planish.reparam;

  provides planish.model.ReparamProvider with
      planish.reparam.provider.LocScaleProvider,
      planish.reparam.provider.TransformReparamProvider;
}
