package planish.hmc.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planish.kernels.MassMatrix;
import planish.kernels.MassMatrixAdaptation;
import planish.kernels.StateReader;
import planish.kernels.StateWriter;
import planish.spi.UserException;

/**
 * Learns the covariance of each group of coordinates ({@link CovarianceEstimate}), and the variance
 * of each of the rest ({@link DiagonalAdaptation}).
 */
final class GroupedAdaptation implements MassMatrixAdaptation {
  /** Draws of the last window for each coordinate of a dense block, below which there is advice. */
  private static final int FEW = 10;

  private final CoordinateGroups groups;
  private final DiagonalAdaptation variances;
  private final List<CovarianceEstimate> estimates = new ArrayList<>();
  private GroupedMassMatrix last;

  private GroupedAdaptation(CoordinateGroups groups) {
    this.groups = groups;
    this.variances = new DiagonalAdaptation(groups.dimension());
    groups.groups().forEach(group -> estimates.add(new CovarianceEstimate(group)));
    this.last = initial();
  }

  /** {@return the adaptation of these groups: that of a diagonal matrix where there are none} */
  static MassMatrixAdaptation of(CoordinateGroups groups) {
    return groups.groups().isEmpty()
        ? new DiagonalAdaptation(groups.dimension())
        : new GroupedAdaptation(groups);
  }

  @Override
  public GroupedMassMatrix initial() {
    return matrix(
        variances.initial().inverseRows()[0],
        groups.groups().stream().map(DenseBlock::identity).toList());
  }

  private GroupedMassMatrix matrix(double[] diagonal, List<DenseBlock> blocks) {
    return new GroupedMassMatrix(diagonal, blocks, groups.rest());
  }

  @Override
  public void add(double[] position, double[] gradient) {
    variances.add(position, gradient);
    for (CovarianceEstimate estimate : estimates) {
      estimate.add(position);
    }
  }

  /** A covariance needs two positions: before that, the matrix of the window before stays. */
  @Override
  public MassMatrix endWindow() {
    boolean enough = variances.count() > 1;
    MassMatrix diagonal = variances.endWindow();
    if (enough) {
      last = matrix(diagonal.inverseRows()[0], learned());
    }
    estimates.forEach(CovarianceEstimate::forget);
    return last;
  }

  private List<DenseBlock> learned() {
    List<DenseBlock> blocks = new ArrayList<>();
    for (int k = 0; k < estimates.size(); k++) {
      blocks.add(DenseBlock.learned(groups.groups().get(k), estimates.get(k).regularised()));
    }
    return blocks;
  }

  @Override
  public GroupedMassMatrix fromArrays(Map<String, double[]> arrays) {
    List<DenseBlock> blocks = new ArrayList<>();
    for (int k = 0; k < estimates.size(); k++) {
      int[] group = groups.groups().get(k);
      double[] saved = saved(arrays, GroupedMassMatrix.group(k), group.length * group.length);
      blocks.add(new DenseBlock(group, saved.clone()));
    }
    return matrix(saved(arrays, GroupedMassMatrix.INVERSE, groups.dimension()), blocks);
  }

  private static double[] saved(Map<String, double[]> arrays, String name, int length) {
    double[] saved = arrays.get(name);
    if (saved == null || saved.length != length) {
      throw new UserException(
          "the saved mass matrix has no '"
              + name
              + "' of "
              + length
              + " numbers; go on with the mass matrix and model that the run began with");
    }
    return saved;
  }

  @Override
  public Optional<String> advice(int lastWindow) {
    int largest = groups.groups().stream().mapToInt(group -> group.length).max().orElseThrow();
    if (lastWindow >= (long) FEW * largest) {
      return Optional.empty();
    }
    return Optional.of(
        lastWindow == 0
            ? "the warm-up is too short to learn a mass matrix: it stays the identity. Warm up longer"
            : ("the dense mass matrix of %d coordinates was learned from the %d draws of the"
                    + " warm-up's last window: that is few, and a poor mass matrix makes sampling"
                    + " slow. Warm up longer, or keep dense blocks for the sites that are strongly"
                    + " correlated, as in 'blocks:(a,b)'")
                .formatted(largest, lastWindow));
  }

  @Override
  public void save(StateWriter out) {
    variances.save(out.child("variances"));
    StateWriter matrix = out.child("last");
    last.arrays().forEach(matrix::put);
    for (int k = 0; k < estimates.size(); k++) {
      estimates.get(k).save(out.child(GroupedMassMatrix.group(k)));
    }
  }

  @Override
  public void restore(StateReader in) {
    variances.restore(in.child("variances"));
    StateReader matrix = in.child("last");
    Map<String, double[]> arrays = new LinkedHashMap<>();
    matrix.names().forEach(name -> arrays.put(name, matrix.array(name)));
    last = fromArrays(arrays);
    for (int k = 0; k < estimates.size(); k++) {
      estimates.get(k).restore(in.child(GroupedMassMatrix.group(k)));
    }
  }
}
