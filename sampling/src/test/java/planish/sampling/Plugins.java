package planish.sampling;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import planish.kernels.Kernel;
import planish.spi.Services;

/** Modules loaded as plugins are. */
final class Plugins {
  private Plugins() {}

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
