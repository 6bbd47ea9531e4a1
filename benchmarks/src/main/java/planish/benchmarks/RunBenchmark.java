package planish.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import planish.diagnostics.ElementSummary;
import planish.diagnostics.Summary;
import planish.model.Model;
import planish.model.Posteriors;
import planish.sampling.Run;
import planish.sampling.RunResult;

/**
 * A default run of four chains of 1,000 + 1,000 transitions, the model's compilation included, in a
 * JVM that has made some before; the seed changes from run to run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RunBenchmark {
  /** The subject's name. */
  @Param("")
  public String subject;

  private Model model;
  private int seed;

  /** How good the draws are. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Quality {
    /** The least bulk effective sample size of all elements but the log density. */
    public double effective;

    /** Milliseconds from the model to the last draw. */
    public double milliseconds;
  }

  /** Makes the data: reading them is no part of a run. */
  @Setup
  public void setUp() {
    model = Subjects.named(subject).model();
  }

  /** {@return the run's result} */
  @Benchmark
  public RunResult run(Quality quality) {
    long start = System.nanoTime();
    RunResult result = Run.of(Posteriors.compile(subject, model)).seed(++seed).run();
    quality.milliseconds = (System.nanoTime() - start) * 1e-6;
    quality.effective =
        Summary.of(result.draws()).elements().stream()
            .filter(element -> !element.variable().endsWith("__"))
            .mapToDouble(ElementSummary::essBulk)
            .filter(Double::isFinite)
            .min()
            .orElse(0);
    return result;
  }
}
