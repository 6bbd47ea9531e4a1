package planish.sampling;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import planish.diagnostics.Draws;

/**
 * What a run has made.
 *
 * @param settings how it was made, the seed included
 * @param draws the draws after the warm-up, those of earlier sessions of the run too; where a run
 *     was stopped, of the chains that this session has come to and that have any
 * @param chains one for each chain, in order
 * @param stopped whether it ended before all chains had all their draws
 * @param warnings what went wrong without ending the run, each kind once
 * @param files the files written, in order of the chains; empty without an output folder
 * @param elapsed time of this session, from first to last transition
 */
public record RunResult(
    RunSettings settings,
    Draws draws,
    List<ChainResult> chains,
    boolean stopped,
    List<RunWarning> warnings,
    List<Path> files,
    Duration elapsed) {
  /** Copies the lists. */
  public RunResult {
    chains = List.copyOf(chains);
    warnings = List.copyOf(warnings);
    files = List.copyOf(files);
  }
}
