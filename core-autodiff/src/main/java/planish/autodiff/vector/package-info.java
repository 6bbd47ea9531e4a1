/**
 * The loops under everything: elementwise functions, reductions over eight virtual lanes, products.
 *
 * <p>{@link planish.autodiff.vector.Loops#best} is what tapes and kernels use; {@link
 * planish.autodiff.vector.Elementary} has the same functions one number at a time. Plain loops and
 * Vector API loops give the same bits, so which of them runs can be seen in the time alone.
 */
package planish.autodiff.vector;
