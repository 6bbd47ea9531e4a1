/** Constraints and the transforms onto them, with their log-Jacobians. */
module planish.transforms {
  requires transitive planish.autodiff;

  exports planish.transforms;

  uses planish.transforms.TransformProvider;
}
