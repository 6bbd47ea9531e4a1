/**
 * The base of all providers (kernels, mass matrices, samplers, distributions, transforms,
 * reparameterisations, models, vector back ends), their options, and the registry that finds them
 * by name.
 */
package planish.spi;
