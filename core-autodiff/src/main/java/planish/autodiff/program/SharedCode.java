package planish.autodiff.program;

/** Code for some tapes that are {@link TapeSource#isLike alike}. Safe for many threads. */
@FunctionalInterface
public interface SharedCode {
  /**
   * {@return a program that runs a tape}
   *
   * @param tape one of those that the code was made for
   * @param workspace belongs to one thread at a time; the program may use it at each run
   */
  Program open(TapeSource tape, Workspace workspace);
}
