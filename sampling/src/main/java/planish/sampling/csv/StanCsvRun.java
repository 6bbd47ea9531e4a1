package planish.sampling.csv;

import java.util.List;
import planish.diagnostics.Draws;

/**
 * A run as it was read: one file for each chain.
 *
 * @param draws the draws after warm-up
 * @param warmup the warm-up draws that were saved; with no draws if none were
 * @param files what each file says beside its draws, in the order of the chains
 * @param notes what a person should know: lines cut off, chains of different lengths
 */
public record StanCsvRun(Draws draws, Draws warmup, List<StanCsvFile> files, List<String> notes) {
  /** Copies the lists. */
  public StanCsvRun {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }
}
