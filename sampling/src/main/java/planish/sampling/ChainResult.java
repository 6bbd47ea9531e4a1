package planish.sampling;

import java.time.Duration;
import java.util.Optional;
import planish.kernels.Tuning;

/**
 * What became of one chain.
 *
 * @param chain from 0
 * @param complete whether it has all its draws
 * @param draws the draws it has after the warm-up
 * @param tuning what its draws were made with; empty while it was still warming up, or for samplers
 *     without tuning
 * @param warmup time spent on the warm-up, in earlier sessions of the run too
 * @param sampling time spent on draws, in earlier sessions of the run too
 * @param divergences divergent transitions since the warm-up
 */
public record ChainResult(
    int chain,
    boolean complete,
    int draws,
    Optional<Tuning> tuning,
    Duration warmup,
    Duration sampling,
    long divergences) {}
