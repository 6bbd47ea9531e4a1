/** Programs: graphs compiled for evaluation over a workspace. */
package planish.autodiff.program;
