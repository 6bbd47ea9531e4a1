package planish.nuts;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import planish.autodiff.Block;
import planish.autodiff.ParameterLayout;
import planish.autodiff.Shape;
import planish.kernels.MassMatrix;
import planish.kernels.MassMatrixAdaptation;
import planish.kernels.MassMatrixProvider;
import planish.spi.Options;
import planish.spi.Services;

/** Mass matrices of tests, found as a user finds them. */
final class DenseMetrics {
  private DenseMetrics() {}

  /** Four coordinates, near the covariance of correlations 0.9. */
  static MassMatrix dense() {
    double[] inverse = {
      1, 0.8, 0.7, 0.6, 0.8, 1.2, 0.8, 0.7, 0.7, 0.8, 0.9, 0.8, 0.6, 0.7, 0.8, 1.1
    };
    return adaptation("dense", 4, Map.of())
        .fromArrays(Map.of("inverse", new double[] {1, 1.2, 0.9, 1.1}, "group_1", inverse));
  }

  /** Four coordinates, with a block of the second and the fourth. */
  static MassMatrix blocks() {
    return adaptation("blocks", 4, Map.of("groups", "(x1,x3)"))
        .fromArrays(
            Map.of(
                "inverse",
                new double[] {0.5, 1, 2, 0.8},
                "group_1",
                new double[] {1, 0.6, 0.6, 0.8}));
  }

  /** Sites x0, x1, … of one coordinate each. */
  static MassMatrixAdaptation adaptation(String form, int dimension, Map<String, String> given) {
    MassMatrixProvider provider =
        Services.boot().find(MassMatrixProvider.class, "mass matrix").get(form);
    List<Block> sites =
        IntStream.range(0, dimension)
            .mapToObj(i -> new Block("x" + i, "x" + i, i, Shape.of(), Shape.of()))
            .toList();
    return provider.create(new ParameterLayout(sites), Options.of(form, provider.options(), given));
  }
}
