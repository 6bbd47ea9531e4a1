package planish.sampling.output;

import java.util.Map;
import java.util.TreeMap;
import planish.kernels.StateTree;

/**
 * What stands in a side file.
 *
 * @param settings how the run was made, as texts
 * @param recorder how far the chain's files are
 * @param sampler what the sampler wrote down
 */
public record SavedChain(Map<String, String> settings, RecorderState recorder, StateTree sampler) {
  /** Sorts the settings. */
  public SavedChain {
    settings = new TreeMap<>(settings);
  }
}
