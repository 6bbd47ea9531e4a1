package planish.sampling.output;

import planish.kernels.Phase;
import planish.kernels.StateReader;
import planish.kernels.StateWriter;

/**
 * How far a chain and its files are.
 *
 * @param warmup warm-up transitions made
 * @param sampling transitions made after the warm-up
 * @param kept draws kept of them
 * @param divergences divergent transitions after the warm-up
 * @param tuned whether the adaptation's lines are written
 * @param bytes length of the CSV file up to the last draw
 * @param warmupSeconds time spent on the warm-up
 * @param samplingSeconds time spent after the warm-up
 */
public record RecorderState(
    long warmup,
    long sampling,
    int kept,
    long divergences,
    boolean tuned,
    long bytes,
    double warmupSeconds,
    double samplingSeconds) {
  /** {@return that of a chain that has not begun} */
  public static RecorderState nothing() {
    return new RecorderState(0, 0, 0, 0, false, 0, 0, 0);
  }

  /** {@return all transitions made} */
  public long transitions() {
    return warmup + sampling;
  }

  RecorderState after(Phase phase, boolean isKept, boolean divergent) {
    boolean draw = phase == Phase.SAMPLING;
    return new RecorderState(
        warmup + (draw ? 0 : 1),
        sampling + (draw ? 1 : 0),
        kept + (draw && isKept ? 1 : 0),
        divergences + (draw && divergent ? 1 : 0),
        tuned,
        bytes,
        warmupSeconds,
        samplingSeconds);
  }

  RecorderState tunedOnce() {
    return new RecorderState(
        warmup, sampling, kept, divergences, true, bytes, warmupSeconds, samplingSeconds);
  }

  RecorderState at(long position, double warmupTime, double samplingTime) {
    return new RecorderState(
        warmup, sampling, kept, divergences, tuned, position, warmupTime, samplingTime);
  }

  void save(StateWriter out) {
    out.putLongs("transitions", warmup, sampling);
    out.putLongs("kept", kept);
    out.putLongs("divergences", divergences);
    out.putLongs("tuned", tuned ? 1 : 0);
    out.putLongs("csv_bytes", bytes);
    out.put("seconds", warmupSeconds, samplingSeconds);
  }

  static RecorderState restore(StateReader in) {
    long[] transitions = in.longs("transitions");
    double[] seconds = in.array("seconds");
    return new RecorderState(
        transitions[0],
        transitions[1],
        Math.toIntExact(in.longs("kept")[0]),
        in.longs("divergences")[0],
        in.longs("tuned")[0] == 1,
        in.longs("csv_bytes")[0],
        seconds[0],
        seconds[1]);
  }
}
