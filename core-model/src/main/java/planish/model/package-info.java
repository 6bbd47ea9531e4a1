/** The modelling language in Java: models, sites, handlers, and the posterior they make. */
package planish.model;
