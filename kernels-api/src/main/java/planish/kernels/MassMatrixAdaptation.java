package planish.kernels;

import java.util.Map;

/**
 * Learns a mass matrix from the positions of a warm-up window. It belongs to one chain; {@link
 * Snapshot} carries what it has gathered.
 */
public interface MassMatrixAdaptation extends Snapshot {
  /** {@return the matrix to begin with} */
  MassMatrix initial();

  /**
   * Gathers one position of the window.
   *
   * @param position the coordinates; not kept
   * @param gradient the gradient there (of length 0 where the kernel has none); not kept
   */
  void add(double[] position, double[] gradient);

  /** {@return the matrix that the window gives; what was gathered is forgotten} */
  MassMatrix endWindow();

  /** {@return the matrix whose {@link MassMatrix#arrays()} these are} */
  MassMatrix fromArrays(Map<String, double[]> arrays);
}
