package planish.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import planish.autodiff.LogDensity;
import planish.autodiff.program.Program;
import planish.autodiff.program.TapeSource;
import planish.autodiff.rewrite.Rewrites;
import planish.model.Posteriors;

/**
 * Value and gradient at positions that a sampler has visited, in all forms by turns: a slice of
 * each, again and again, so that all of them share the machine with the same neighbours. What
 * counts is the shortest slice.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GradientBenchmark {
  /** The system property that names the library of floors. */
  static final String FLOORS = "planish.floors";

  private static final long SOURCE_NANOSECONDS = 50_000_000;

  /** The subject's name. */
  @Param("")
  public String subject;

  private final Map<Measure, Slices> forms = new LinkedHashMap<>();
  private final Map<Measure, Double> beside = new EnumMap<>(Measure.class);
  private Subject measured;
  private Program.Source compiled;
  private long knownSize;
  private long dataSize;

  /** What an iteration found; zero where there was nothing to measure. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Found {
    /** Nanoseconds a gradient, compiled. */
    public double compiled;

    /** Nanoseconds a gradient, interpreted. */
    public double interpreted;

    /** Nanoseconds a gradient without rewrites. */
    public double unrewritten;

    /** Nanoseconds a leapfrog step. */
    public double leapfrog;

    /** Nanoseconds a gradient of the first floor. */
    public double floor;

    /** Nanoseconds a gradient of the second floor. */
    public double secondFloor;

    /** Nanoseconds from the model to its first gradient. */
    public double ready;

    /** Bytes allocated on that way. */
    public double readyHeap;

    /** Bytes of a workspace. */
    public double workspace;

    /** Bytes of the model's data. */
    public double data;

    /** Bytes of data, or of what was computed from data once, that a gradient reads. */
    public double known;

    /** Begins anew. */
    @Setup(Level.Iteration)
    public void clear() {
      for (Measure measure : Measure.values()) {
        measure.set(this, 0);
      }
    }
  }

  /** Opens all forms. */
  @Setup
  public void setUp() {
    measured = Subjects.named(subject);
    Forms all = Forms.of(measured.model(), Rewrites.all());
    compiled = all.compiled();
    TapeSource tape = all.interpreted();
    knownSize = Forms.knownSize(tape);
    dataSize = all.dataSize();
    double[][] positions = openChain();
    Density density = new Density(compiled, positions);
    forms.put(Measure.COMPILED, new Slices(density));
    if (measured.kind() != Subject.Kind.ROWS) {
      forms.put(Measure.INTERPRETED, new Slices(new Density(tape, positions)));
    }
    if (measured.kind() == Subject.Kind.FULL || measured.kind() == Subject.Kind.GRADIENT) {
      Forms plain = Forms.of(measured.model(), Rewrites.none());
      forms.put(Measure.UNREWRITTEN, new Slices(new Density(plain.compiled(), positions)));
    }
    openFloors(positions, density);
  }

  private double[][] openChain() {
    if (measured.kind() == Subject.Kind.ROWS) {
      int dimension = Posteriors.compile(subject, measured.model()).layout().dimension();
      return TunedChain.nearZero(dimension);
    }
    TunedChain chain = new TunedChain(Posteriors.compile(subject, measured.model()));
    forms.put(Measure.LEAPFROG, new Slices(chain));
    return chain.positions();
  }

  private void openFloors(double[][] positions, Density density) {
    String library = System.getProperty(FLOORS, "");
    if (library.isEmpty() || !Files.exists(Path.of(library))) {
      return;
    }
    List<Measure> places = List.of(Measure.FLOOR, Measure.SECOND_FLOOR);
    for (int k = 0; k < measured.floors().size(); k++) {
      FloorTask task = measured.floors().get(k).get();
      Floor floor = Floor.open(Path.of(library), task, positions);
      Agreement.check(
          subject + " and floor " + task.function(),
          positions.length,
          positions[0].length,
          density::valueAndGradient,
          floor::valueAndGradient);
      forms.put(places.get(k), new Slices(floor));
    }
  }

  /** Sizes, and the way from the model to its first gradient, in a JVM that is warm. */
  @Setup(Level.Iteration)
  public void source() {
    beside.put(Measure.WORKSPACE, 8.0 * compiled.workspaceSize());
    beside.put(Measure.DATA, 8.0 * dataSize);
    beside.put(Measure.KNOWN, 8.0 * knownSize);
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < SOURCE_NANOSECONDS) {
      long allocated = Allocation.ofThisThread();
      long start = System.nanoTime();
      LogDensity density = Posteriors.compile(subject, measured.model()).density().open();
      density.valueAndGradient(new double[density.dimension()], new double[density.dimension()]);
      beside.merge(Measure.READY, (double) (System.nanoTime() - start), Math::min);
      beside.merge(Measure.READY_HEAP, (double) (Allocation.ofThisThread() - allocated), Math::min);
    }
  }

  /** One slice of each form. */
  @Benchmark
  public void round(Found found) {
    beside.forEach((measure, value) -> measure.set(found, value));
    forms.forEach((measure, slices) -> measure.least(found, slices.next()));
  }
}
