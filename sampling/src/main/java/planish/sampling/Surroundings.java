package planish.sampling;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import planish.spi.Services;

/**
 * What a run needs of the machine around it, and what does not touch its draws.
 *
 * @param threads how many chains run at a time; 0: as many as there are processors
 * @param services where kernels and other parts are looked for
 * @param listener hears how far the run is
 * @param stop whether the run should end at the next draw
 * @param folder where files are written
 * @param name what the files are called: {@code NAME_1.csv}; empty: as the model
 * @param overwrite whether files of an earlier run of that name are replaced
 * @param resume whether the run in the folder goes on
 * @param about how the model was made, for whoever makes it again when the run goes on
 */
record Surroundings(
    int threads,
    Services services,
    RunListener listener,
    BooleanSupplier stop,
    Optional<Path> folder,
    Optional<String> name,
    boolean overwrite,
    boolean resume,
    Map<String, String> about) {
  /** Copies the map. */
  Surroundings {
    about = Map.copyOf(about);
  }

  static Surroundings plain() {
    return new Surroundings(
        0,
        Services.boot(),
        RunListener.none(),
        () -> false,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Map.of());
  }

  Surroundings threads(int changed) {
    return new Surroundings(
        changed, services, listener, stop, folder, name, overwrite, resume, about);
  }

  Surroundings services(Services changed) {
    return new Surroundings(
        threads, changed, listener, stop, folder, name, overwrite, resume, about);
  }

  Surroundings listener(RunListener changed) {
    return new Surroundings(
        threads, services, changed, stop, folder, name, overwrite, resume, about);
  }

  Surroundings stop(BooleanSupplier changed) {
    return new Surroundings(
        threads, services, listener, changed, folder, name, overwrite, resume, about);
  }

  Surroundings folder(Path changed, boolean goOn) {
    return new Surroundings(
        threads, services, listener, stop, Optional.of(changed), name, overwrite, goOn, about);
  }

  Surroundings name(String changed) {
    return new Surroundings(
        threads, services, listener, stop, folder, Optional.of(changed), overwrite, resume, about);
  }

  Surroundings overwrite(boolean changed) {
    return new Surroundings(
        threads, services, listener, stop, folder, name, changed, resume, about);
  }

  Surroundings about(Map<String, String> changed) {
    return new Surroundings(
        threads, services, listener, stop, folder, name, overwrite, resume, changed);
  }
}
