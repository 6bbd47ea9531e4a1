package planish.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import planish.autodiff.Block;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.autodiff.Shape;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Leaves;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.spi.UserException;
import planish.transforms.Transforms;

/** A posterior made by tracing a model. */
final class CompiledPosterior implements Posterior {
  private final String name;
  private final Model model;
  private final Transforms transforms;
  private final ParameterLayout layout;
  private final DensitySource density;
  private final DrawPrograms draws;
  private final Compilation compilation;
  private final Lazy<List<Conjugacy>> conjugacies;

  private CompiledPosterior(
      String name,
      Model model,
      Transforms transforms,
      Rewrites rewrites,
      Trace trace,
      Duration tracing) {
    this.name = name;
    this.model = model;
    this.transforms = transforms;
    this.layout = layout(trace);
    int size = trace.graph().size();
    this.density = new DensitySource(trace, layout.dimension(), rewrites);
    this.draws = new DrawPrograms(trace);
    this.compilation =
        new Compilation(density, tracing, new Lazy<>(() -> dataBytes(trace.graph(), size)));
    this.conjugacies = new Lazy<>(() -> Conjugacies.of(trace));
  }

  /** The nodes that the model left stand first; what rewrites add is no data of the model. */
  private static long dataBytes(Graph graph, int size) {
    Set<double[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    synchronized (graph) {
      for (int k = 0; k < size; k++) {
        double[] values = Leaves.dataOf(graph.node(k).op());
        if (values != null) {
          arrays.add(values);
        }
      }
    }
    return arrays.stream().mapToLong(array -> (long) Double.BYTES * array.length).sum();
  }

  static CompiledPosterior compile(
      String name, Model model, Transforms transforms, Rewrites rewrites) {
    long begin = System.nanoTime();
    Trace trace = Tracer.trace(model, new PositionLatents(), transforms);
    TraceCheck check = new TraceCheck(trace);
    check.run();
    Duration tracing = Duration.ofNanos(System.nanoTime() - begin);
    try {
      return new CompiledPosterior(name, model, transforms, rewrites, trace, tracing);
    } catch (UserException e) {
      throw check.located(e);
    }
  }

  static ParameterLayout layout(Trace trace) {
    return layout(trace, site -> site.unconstrained().orElseThrow().shape());
  }

  /** {@return the same where each site takes up an array of that shape} */
  static ParameterLayout layout(Trace trace, Function<Site, Shape> shape) {
    List<Block> blocks = new ArrayList<>();
    int offset = 0;
    for (Site site : trace.latents()) {
      Block block = new Block(site.name(), site.origin(), offset, shape.apply(site), site.shape());
      blocks.add(block);
      offset += block.unconstrained().size();
    }
    return new ParameterLayout(blocks);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public LogDensity.Source density() {
    return density;
  }

  @Override
  public List<RewriteLog.Entry> rewritten() {
    return density.gradient().rewritten();
  }

  @Override
  public List<Conjugacy> conjugacies() {
    return conjugacies.get();
  }

  @Override
  public Optional<Compilation> compilation() {
    return Optional.of(compilation);
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public OutputLayout outputs() {
    return draws.layout();
  }

  @Override
  public DrawWriter openWriter() {
    return draws.open();
  }

  @Override
  public double[] unconstrain(Map<String, double[]> values) {
    GivenLatents given = new GivenLatents(values);
    Trace trace = Tracer.trace(model, given, transforms);
    given.checkNames(trace);
    return new StartingPosition(trace).solve();
  }

  @Override
  public double[] priorPosition(RandomGenerator random) {
    return draws.priors(model, transforms).draw(random);
  }
}
