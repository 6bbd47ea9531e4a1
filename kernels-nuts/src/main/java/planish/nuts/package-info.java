/** The No-U-Turn sampler; only its provider is seen from outside, as a service. */
package planish.nuts;
