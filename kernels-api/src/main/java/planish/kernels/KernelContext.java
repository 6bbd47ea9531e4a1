package planish.kernels;

import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.spi.Options;

/**
 * What a kernel is made from. It belongs to one chain.
 *
 * @param density this chain's density
 * @param layout how its positions are divided into sites
 * @param options the kernel's options, checked
 */
public record KernelContext(LogDensity density, ParameterLayout layout, Options options) {}
