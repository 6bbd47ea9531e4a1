package planish.autodiff.program;

import java.util.List;
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
   * {@return programs that give the bits of their tapes, with code for all of them}
   *
   * @param tapes at least one, and others that are {@link TapeSource#isLike like} it
   * @param when how soon compiled code runs
   * @implSpec all tapes are interpreted
   */
  default SharedCode share(List<TapeSource> tapes, CompilerMode when) {
    return TapeSource::open;
  }
}
