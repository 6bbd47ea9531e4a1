package planish.diagnostics.numeric;

/**
 * The discrete Fourier transform of a fixed size, a power of two, in place (Cooley and Tukey,
 * 1965). Immutable.
 */
final class Fourier {
  private final int size;
  private final double[] cosines;
  private final double[] sines;

  Fourier(int size) {
    this.size = size;
    this.cosines = new double[size / 2];
    this.sines = new double[size / 2];
    for (int k = 0; k < size / 2; k++) {
      cosines[k] = Math.cos(2 * Math.PI * k / size);
      sines[k] = -Math.sin(2 * Math.PI * k / size);
    }
  }

  void transform(double[] real, double[] imaginary) {
    reverseBits(real);
    reverseBits(imaginary);
    for (int half = 1; half < size; half *= 2) {
      int stride = size / (2 * half);
      for (int start = 0; start < size; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          butterfly(real, imaginary, start + k, start + k + half, k * stride);
        }
      }
    }
  }

  private void butterfly(double[] real, double[] imaginary, int low, int high, int twiddle) {
    double c = cosines[twiddle];
    double s = sines[twiddle];
    double re = real[high] * c - imaginary[high] * s;
    double im = real[high] * s + imaginary[high] * c;
    real[high] = real[low] - re;
    imaginary[high] = imaginary[low] - im;
    real[low] += re;
    imaginary[low] += im;
  }

  private void reverseBits(double[] values) {
    int unused = Integer.numberOfLeadingZeros(size) + 1;
    for (int k = 0; k < size; k++) {
      int mirror = size == 1 ? 0 : Integer.reverse(k) >>> unused;
      if (k < mirror) {
        double swap = values[k];
        values[k] = values[mirror];
        values[mirror] = swap;
      }
    }
  }
}
