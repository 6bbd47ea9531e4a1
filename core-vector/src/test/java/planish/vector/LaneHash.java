package planish.vector;

import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/**
 * A program that prints a hash of the results of every operation: {@code LaneHash plain|vector}.
 * Lanes are forced by a system property, so that each count needs a run time of its own.
 */
final class LaneHash {
  private LaneHash() {}

  private static final int[] LARGER = {127, 1000, 4098};

  public static void main(String[] arguments) {
    VectorLoops loops =
        arguments[0].equals("plain") ? Loops.plain() : new VectorApiBackend().loops();
    System.out.println(loops.description() + " " + Long.toHexString(hash(loops)));
  }

  private static long hash(VectorLoops loops) {
    Operations operations = new Operations(7);
    long hash = 1;
    for (String name : operations.names()) {
      Operations.Operation operation = operations.get(name);
      for (int n = 0; n <= 40; n++) {
        hash = hash(hash, operation.run(loops, n), n);
      }
      for (int n : LARGER) {
        hash = hash(hash, operation.run(loops, n), n);
      }
    }
    return hash;
  }

  private static long hash(long seed, double[] out, int n) {
    long hash = seed;
    for (int i = 0; i < n + 8; i++) {
      // One NaN for all: payloads may differ.
      hash = hash * 0x9e3779b97f4a7c15L + Double.doubleToLongBits(out[i]);
      hash ^= hash >>> 29;
    }
    return hash;
  }
}
