package planish.hmc.metric;

import java.util.Map;
import java.util.stream.IntStream;
import planish.autodiff.Block;
import planish.autodiff.ParameterLayout;
import planish.autodiff.Shape;
import planish.kernels.MassMatrix;
import planish.kernels.MassMatrixAdaptation;
import planish.spi.Options;

/** Mass matrices of tests. */
public final class Forms {
  private Forms() {}

  /** {@return the adaptation of {@code blocks} with these groups} */
  static MassMatrixAdaptation blocks(ParameterLayout layout, String groups) {
    BlocksProvider provider = new BlocksProvider();
    return provider.create(
        layout, Options.of("blocks", provider.options(), Map.of(BlocksProvider.GROUPS, groups)));
  }

  /** {@return the adaptation of {@code dense}} */
  static MassMatrixAdaptation dense(ParameterLayout layout) {
    return new DenseProvider().create(layout, Options.defaults(new DenseProvider().options()));
  }

  /** {@return a dense matrix of four coordinates, near the covariance of correlations 0.9} */
  public static MassMatrix dense() {
    return dense(4, 1, 0.8, 0.7, 0.6, 0.8, 1.2, 0.8, 0.7, 0.7, 0.8, 0.9, 0.8, 0.6, 0.7, 0.8, 1.1);
  }

  /** {@return a matrix of four coordinates with a block of the second and the fourth} */
  public static MassMatrix blocks() {
    ParameterLayout layout =
        new ParameterLayout(
            IntStream.range(0, 4)
                .mapToObj(i -> new Block("x" + i, "x" + i, i, Shape.of(), Shape.of()))
                .toList());
    return blocks(layout, "(x1,x3)")
        .fromArrays(
            Map.of(
                "inverse",
                new double[] {0.5, 1, 2, 0.8},
                "group_1",
                new double[] {1, 0.6, 0.6, 0.8}));
  }

  /** {@return a dense matrix with this inverse, row by row} */
  public static MassMatrix dense(int dimension, double... inverse) {
    double[] diagonal = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      diagonal[i] = inverse[i * (dimension + 1)];
    }
    return dense(ParameterLayout.single("x", dimension))
        .fromArrays(Map.of("inverse", diagonal, "group_1", inverse));
  }
}
