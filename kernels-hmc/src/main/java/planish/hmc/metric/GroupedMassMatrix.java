package planish.hmc.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;
import planish.kernels.MassMatrix;

/** A dense block for each group of coordinates, and a mass of its own for each of the rest. */
final class GroupedMassMatrix implements MassMatrix {
  static final String INVERSE = "inverse";

  private final VectorLoops loops = Loops.best();
  private final double[] diagonal;

  /** Square roots of the masses of the rest; 1 in groups. */
  private final double[] root;

  private final List<DenseBlock> blocks;
  private final boolean hasRest;
  private final double[] velocity;

  /**
   * A matrix of parts.
   *
   * @param diagonal the diagonal of M⁻¹, positive; those of groups are not used
   * @param blocks one for each group
   * @param rest the coordinates that stand in no group
   */
  GroupedMassMatrix(double[] diagonal, List<DenseBlock> blocks, int[] rest) {
    this.diagonal = diagonal.clone();
    this.blocks = List.copyOf(blocks);
    this.hasRest = rest.length > 0;
    this.velocity = new double[diagonal.length];
    this.root = new double[diagonal.length];
    Arrays.fill(root, 1);
    for (int i : rest) {
      root[i] = 1 / Math.sqrt(diagonal[i]);
    }
  }

  static String group(int number) {
    return "group_" + (number + 1);
  }

  @Override
  public int dimension() {
    return diagonal.length;
  }

  @Override
  public void sampleMomentum(RandomGenerator random, double[] momentum) {
    for (int i = 0; i < momentum.length; i++) {
      momentum[i] = random.nextGaussian();
    }
    if (hasRest) {
      scale(root, momentum, momentum);
    }
    for (int k = 0; k < blocks.size(); k++) {
      blocks.get(k).correlate(momentum);
    }
  }

  private void scale(double[] factors, double[] x, double[] out) {
    loops.binary(BinaryFunction.MULTIPLY, factors, 0, 1, x, 0, 1, out, 0, diagonal.length);
  }

  @Override
  public void velocity(double[] momentum, double[] out) {
    if (hasRest) {
      scale(diagonal, momentum, out);
    }
    for (int k = 0; k < blocks.size(); k++) {
      blocks.get(k).velocity(momentum, out);
    }
  }

  @Override
  public double kineticEnergy(double[] momentum) {
    velocity(momentum, velocity);
    return 0.5 * loops.dot(momentum, 0, velocity, 0, diagonal.length);
  }

  @Override
  public void move(double stepSize, double[] momentum, double[] position) {
    velocity(momentum, velocity);
    loops.axpy(stepSize, velocity, 0, position, 0, diagonal.length);
  }

  @Override
  public Map<String, double[]> arrays() {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    arrays.put(INVERSE, diagonal.clone());
    for (int k = 0; k < blocks.size(); k++) {
      arrays.put(group(k), blocks.get(k).covariance());
    }
    return arrays;
  }

  @Override
  public double[][] inverseRows() {
    double[][] rows = new double[diagonal.length][diagonal.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i][i] = diagonal[i];
    }
    blocks.forEach(block -> block.fill(rows));
    return rows;
  }

  @Override
  public boolean isDiagonal() {
    return false;
  }
}
