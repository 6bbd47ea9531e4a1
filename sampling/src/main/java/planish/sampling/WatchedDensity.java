package planish.sampling;

import java.util.Optional;
import planish.autodiff.LogDensity;

/** Counts the evaluations that are not finite and keeps the first example of each kind. */
final class WatchedDensity implements LogDensity {
  private final LogDensity inner;
  private final EvaluationFailures failures;

  private WatchedDensity(LogDensity inner, EvaluationFailures failures) {
    this.inner = inner;
    this.failures = failures;
  }

  static Source source(Source inner, EvaluationFailures failures) {
    return () -> new WatchedDensity(inner.open(), failures);
  }

  /** {@return a density without the watch, for trying starting positions} */
  static LogDensity unwatched(LogDensity density) {
    return density instanceof WatchedDensity watched ? watched.inner : density;
  }

  @Override
  public int dimension() {
    return inner.dimension();
  }

  @Override
  public double valueAndGradient(double[] position, double[] gradient) {
    return watch(inner.valueAndGradient(position, gradient));
  }

  @Override
  public double value(double[] position) {
    return watch(inner.value(position));
  }

  private double watch(double value) {
    if (!Double.isFinite(value)) {
      failures.count(value, inner);
    }
    return value;
  }

  @Override
  public Optional<String> lastFailure() {
    return inner.lastFailure();
  }

  /** What else the density can do is not watched. */
  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return inner.capability(type);
  }
}
