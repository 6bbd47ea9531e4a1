/** Example models, found by name. */
module planish.examples {
  requires transitive planish.model;

  exports planish.examples;
  exports planish.examples.geometry;
  exports planish.examples.tuning;

  provides planish.model.ModelProvider with
      planish.examples.EightSchools,
      planish.examples.EightSchoolsNoncentered,
      planish.examples.Funnel,
      planish.examples.FunnelNoncentered,
      planish.examples.Gaussian,
      planish.examples.HierarchicalLogistic,
      planish.examples.HierarchicalRegression,
      planish.examples.LogisticRegression,
      planish.examples.geometry.FullRankGaussian,
      planish.examples.geometry.Horseshoe,
      planish.examples.geometry.StructuredGaussian,
      planish.examples.geometry.TreeDepthGaussian;
}
