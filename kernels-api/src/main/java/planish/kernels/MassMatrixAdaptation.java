package planish.kernels;

import java.util.Map;
import java.util.Optional;

/**
 * Learns a mass matrix from the positions of a warm-up window. It belongs to one chain; {@link
 * Snapshot} carries what it has gathered.
 */
public interface MassMatrixAdaptation extends Snapshot {
  /** {@return an adaptation that learns nothing: the matrix stays the identity} */
  static MassMatrixAdaptation identity(int dimension) {
    return new FixedMassMatrix(MassMatrix.identity(dimension));
  }

  /** {@return the matrix to begin with} */
  MassMatrix initial();

  /**
   * {@return whether the matrix can change; where it cannot there are no windows, and the step size
   * is adapted through the whole warm-up without beginning anew}
   *
   * @implSpec Unless overridden, it can.
   */
  default boolean learns() {
    return true;
  }

  /**
   * Gathers one position of the window.
   *
   * @param position the coordinates; not kept
   * @param gradient the gradient there (of length 0 where the kernel has none); not kept
   */
  void add(double[] position, double[] gradient);

  /**
   * {@return the matrix that the window gives; what was gathered is forgotten}
   *
   * @implSpec Where the window is too short to tell anything, the matrix that it was made with.
   */
  MassMatrix endWindow();

  /**
   * {@return a sentence for the user where the warm-up has too few draws for what is to be learned}
   *
   * @param lastWindow the draws of the warm-up's last window; 0 where it has none
   * @implSpec Unless overridden, there is nothing to say.
   */
  default Optional<String> advice(int lastWindow) {
    return Optional.empty();
  }

  /** {@return the matrix whose {@link MassMatrix#arrays()} these are} */
  MassMatrix fromArrays(Map<String, double[]> arrays);
}
