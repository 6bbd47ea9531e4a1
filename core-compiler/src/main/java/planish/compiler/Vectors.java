package planish.compiler;

/** Whether this run time has the Vector API, which nobody needs to have. */
final class Vectors {
  private static final boolean PRESENT = look();

  private Vectors() {}

  private static boolean look() {
    if (System.getProperty("planish.vector", "auto").equals("off")) {
      return false;
    }
    try {
      return Lanes.LENGTH > 0;
    } catch (LinkageError e) {
      return false;
    }
  }

  /** {@return whether code over vectors can be generated} */
  static boolean arePresent() {
    return PRESENT;
  }

  /** {@return how often a loop's body stands in code, so that it does eight elements} */
  static int copies() {
    return PRESENT ? 8 / Lanes.LENGTH : 1;
  }
}
