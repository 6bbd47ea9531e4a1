package planish.sampling;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import planish.kernels.Kernel;
import planish.spi.Services;

/** Modules that the module under test does not require, loaded as plugins are. */
final class Plugins {
  private Plugins() {}

  /**
   * {@return the services of the NUTS module: from the class path, where the build puts it, into a
   * layer; without modules it is found there anyway}
   */
  static Services nuts() {
    if (!Run.class.getModule().isNamed()) {
      return Services.boot();
    }
    Path[] parts =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(part -> part.contains("kernels-nuts") || part.contains("kernels-hmc"))
            .map(Path::of)
            .toArray(Path[]::new);
    return Services.boot().with(List.of(load("nuts", parts, "planish.nuts")));
  }

  /** {@return a module and those beside it in a layer of their own} */
  static Services.Plugin load(String source, Path[] parts, String module) {
    ModuleLayer parent = Kernel.class.getModule().getLayer();
    Configuration configuration =
        parent
            .configuration()
            .resolveAndBind(ModuleFinder.of(), ModuleFinder.of(parts), List.of(module));
    return new Services.Plugin(
        source, parent.defineModulesWithOneLoader(configuration, Kernel.class.getClassLoader()));
  }
}
