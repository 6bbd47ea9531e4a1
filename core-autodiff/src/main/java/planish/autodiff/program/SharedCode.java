package planish.autodiff.program;

/** Code for all tapes that are {@link TapeSource#isLike alike}. Safe for many threads. */
@FunctionalInterface
public interface SharedCode {
  /**
   * {@return a program that runs a tape}
   *
   * @param tape {@linkplain TapeSource#isLike like} the one that the code was made for, and {@link
   *     TapeSource#withOwnArrays}
   * @param workspace belongs to one thread at a time; the program may use it at each run
   */
  Program open(TapeSource tape, Workspace workspace);
}
