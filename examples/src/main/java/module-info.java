/** Example models, found by name. */
module planish.examples {
  requires transitive planish.model;

  exports planish.examples;

  provides planish.model.ModelProvider with
      planish.examples.EightSchools,
      planish.examples.EightSchoolsNoncentered,
      planish.examples.Funnel,
      planish.examples.FunnelNoncentered,
      planish.examples.Gaussian,
      planish.examples.HierarchicalRegression,
      planish.examples.LogisticRegression;
}
