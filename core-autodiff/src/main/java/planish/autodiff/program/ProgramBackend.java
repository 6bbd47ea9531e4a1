package planish.autodiff.program;

import planish.spi.Provider;

/**
 * A provider of programs faster than interpreted tapes. With none on the module path every program
 * is interpreted, with the same bits.
 */
public interface ProgramBackend extends Provider {
  /**
   * {@return programs that give the bits of the tape that is handed over, and end as it does}
   *
   * @param tape what to compile, interpreted: the reference, and what runs meanwhile
   * @param when how soon compiled code runs
   */
  Program.Source compile(TapeSource tape, CompilerMode when);

  /**
   * {@return programs that give the bits of their tapes, with code for all tapes that are {@link
   * TapeSource#isLike like} one}
   *
   * @param tape one of them
   * @param count how many there are
   * @param when how soon compiled code runs
   * @implSpec all tapes are interpreted
   */
  default SharedCode share(TapeSource tape, int count, CompilerMode when) {
    return TapeSource::open;
  }
}
