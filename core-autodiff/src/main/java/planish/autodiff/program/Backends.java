package planish.autodiff.program;

import java.util.List;
import planish.spi.Registry;
import planish.spi.Services;
import planish.spi.UserException;

/**
 * Which programs a run time has: those of a {@link ProgramBackend}, as the system property {@code
 * planish.compiler} says, or interpreted ones.
 */
final class Backends {
  private static volatile Backends chosen;

  private final ProgramBackend backend;
  private final CompilerMode mode;

  private Backends(ProgramBackend backend, CompilerMode mode) {
    this.backend = backend;
    this.mode = mode;
  }

  /**
   * {@return the programs of this run time}
   *
   * @throws UserException if the property has another value, or if there are two back ends
   */
  static Backends best() {
    Backends known = chosen;
    return known != null ? known : choose();
  }

  private static synchronized Backends choose() {
    if (chosen == null) {
      chosen =
          of(
              CompilerMode.of(System.getProperty("planish.compiler", "auto")),
              Services.boot().find(ProgramBackend.class, "program back end"));
    }
    return chosen;
  }

  static Backends of(CompilerMode mode, Registry<ProgramBackend> found) {
    if (mode == CompilerMode.OFF || found.names().isEmpty()) {
      return new Backends(null, CompilerMode.OFF);
    }
    if (found.names().size() > 1) {
      throw new UserException(
          "there are several program back ends: "
              + String.join(", ", found.names())
              + "; keep one of them on the module path");
    }
    return new Backends(found.entries().getFirst().provider(), mode);
  }

  /** {@return whether programs are compiled} */
  boolean areThere() {
    return backend != null;
  }

  Program.Source compile(TapeSource tape) {
    return compile(tape, mode);
  }

  /** {@return the same in another mode, if anything is compiled} */
  Program.Source compile(TapeSource tape, CompilerMode wanted) {
    return backend == null ? tape : backend.compile(tape, wanted);
  }

  SharedCode share(List<TapeSource> tapes) {
    return backend == null ? TapeSource::open : backend.share(tapes, mode);
  }
}
