/** The modelling language in Java: sites, plates, handlers, and the posterior they make. */
module planish.model {
  requires transitive planish.distributions;

  exports planish.model;

  uses planish.model.ModelProvider;
  uses planish.model.ReparamProvider;
}
