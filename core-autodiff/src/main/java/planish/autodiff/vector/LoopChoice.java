package planish.autodiff.vector;

import planish.spi.Registry;
import planish.spi.UserException;

/**
 * Which loops a run time has.
 *
 * @param loops the loops
 * @param reason what they are and why, for people
 * @param fallBack whether they are plain though nobody asked for that
 */
record LoopChoice(VectorLoops loops, String reason, boolean fallBack) {

  static LoopChoice of(String mode, Registry<VectorBackend> found) {
    return switch (mode) {
      case "off" -> plain("switched off by planish.vector=off", false);
      case "on", "auto" -> withBackend(mode.equals("on"), found);
      default ->
          throw new UserException(
              "system property planish.vector is '"
                  + mode
                  + "': expected auto, on or off; leave it out for auto");
    };
  }

  private static LoopChoice withBackend(boolean atOnce, Registry<VectorBackend> found) {
    if (found.names().isEmpty()) {
      return plain(
          found.problems().isEmpty()
              ? "no vector back end on the module path"
              : "the vector back end did not load: " + String.join("; ", found.problems()),
          true);
    }
    if (found.names().size() > 1) {
      throw new UserException(
          "there are several vector back ends: "
              + String.join(", ", found.names())
              + "; keep one of them on the module path");
    }
    VectorLoops vector;
    try {
      vector = found.entries().getFirst().provider().loops();
    } catch (LinkageError e) {
      // On the class path the back end is found though the incubator module was not added.
      return plain("the vector back end did not load: " + e, true);
    }
    return atOnce
        ? new LoopChoice(
            vector, vector.description() + " loops from the start: planish.vector=on", false)
        : new LoopChoice(
            new AdaptiveLoops(vector),
            vector.description() + " loops for much used operations on long arrays, else plain",
            false);
  }

  private static LoopChoice plain(String why, boolean fallBack) {
    return new LoopChoice(PlainLoops.INSTANCE, "plain loops: " + why, fallBack);
  }
}
