package planish.kernels;

import java.util.Map;

/** Learns nothing: the matrix stays as it is. */
record FixedMassMatrix(MassMatrix initial) implements MassMatrixAdaptation {
  @Override
  public boolean learns() {
    return false;
  }

  @Override
  public void add(double[] position, double[] gradient) {
    // Nothing is gathered.
  }

  @Override
  public MassMatrix endWindow() {
    return initial;
  }

  @Override
  public MassMatrix fromArrays(Map<String, double[]> arrays) {
    return initial;
  }

  @Override
  public void save(StateWriter out) {
    // Nothing was gathered.
  }

  @Override
  public void restore(StateReader in) {
    // Nothing was gathered.
  }
}
