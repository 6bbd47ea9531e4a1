/** An ensemble sampler; only its provider is seen from outside, as a service. */
package planish.ensemble;
