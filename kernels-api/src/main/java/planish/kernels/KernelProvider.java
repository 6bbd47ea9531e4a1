package planish.kernels;

import planish.spi.Options;
import planish.spi.Provider;

/**
 * A kernel that can be found by name.
 *
 * <p>To add one: implement this interface and {@link Kernel}, declare {@code provides
 * planish.kernels.KernelProvider with …} in {@code module-info.java} (and a line in {@code
 * META-INF/services} for the class path), and put the jar into the plugin folder.
 */
public interface KernelProvider extends Provider {
  /** {@return what a run needs to know of the kernel with these options} */
  KernelSpec spec(Options options);

  /** {@return a kernel for one chain} */
  Kernel create(KernelContext context);
}
