package planish.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import planish.diagnostics.EffectiveSampleSize;

/**
 * A default run of another program, four chains of 1,000 + 1,000.
 *
 * @param first milliseconds from the model to the last draw, compilation included
 * @param milliseconds of a run of what was compiled before
 * @param effective the least bulk effective sample size of all parameters' elements, computed by
 *     us, so that all programs are measured alike
 */
record PeerRun(double first, double milliseconds, double effective) {
  /**
   * Reads one.
   *
   * @param fields of the line that tells of it: {@code run PEER SUBJECT first milliseconds elements
   *     chains draws}
   * @param folder where the draws are: little-endian doubles, elements by chains by draws
   */
  static PeerRun read(String[] fields, Path folder) throws IOException {
    DoubleBuffer numbers =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve(fields[1] + "-" + fields[2] + ".draws")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asDoubleBuffer();
    int elements = Integer.parseInt(fields[5]);
    double[][] chains = new double[Integer.parseInt(fields[6])][Integer.parseInt(fields[7])];
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < elements; k++) {
      for (double[] chain : chains) {
        numbers.get(chain);
      }
      least = Math.min(least, EffectiveSampleSize.bulk(chains));
    }
    return new PeerRun(Double.parseDouble(fields[3]), Double.parseDouble(fields[4]), least);
  }

  /** {@return effective draws a second, compilation apart} */
  double effectivePerSecond() {
    return effective / milliseconds * 1e3;
  }
}
