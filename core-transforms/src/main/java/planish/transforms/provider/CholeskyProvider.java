package planish.transforms.provider;

import java.util.Optional;
import planish.transforms.CholeskyFactorTransform;
import planish.transforms.Constraint;
import planish.transforms.CovarianceCholesky;
import planish.transforms.CovarianceMatrix;
import planish.transforms.CovarianceMatrixTransform;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;

/**
 * {@code cholesky}: the Cholesky factor of a covariance matrix, with the logarithms of its
 * diagonal.
 */
public final class CholeskyProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public CholeskyProvider() {}

  @Override
  public String name() {
    return "cholesky";
  }

  @Override
  public String summary() {
    return "The Cholesky factor of a covariance matrix, with the logarithms of its diagonal";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof CovarianceCholesky) {
      return Optional.of(new CholeskyFactorTransform());
    }
    if (constraint instanceof CovarianceMatrix) {
      return Optional.of(new CovarianceMatrixTransform());
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return true;
  }
}
