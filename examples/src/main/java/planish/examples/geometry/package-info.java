/**
 * The models of NumPyro's tutorial "Bad posterior geometry and how to deal with it" (release 0.8.0,
 * 2021), each of which samples badly until one changes its coordinates or the sampler's settings.
 */
package planish.examples.geometry;
