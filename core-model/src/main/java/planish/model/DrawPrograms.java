package planish.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import planish.autodiff.TunableInputs;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Status;
import planish.transforms.Transforms;

/** Computes the named quantities of a trace: sites, deterministics and generated ones. */
final class DrawPrograms {
  private final Trace trace;
  private final OutputLayout layout;
  private final Lazy<Program.Source> program;
  private final TuningValues tuning;
  private volatile PriorDraws priors;

  DrawPrograms(Trace trace) {
    this.trace = trace;
    List<Site> sites = new ArrayList<>(trace.sites(Site.Role.SAMPLED));
    sites.addAll(trace.sites(Site.Role.DETERMINISTIC));
    sites.addAll(trace.sites(Site.Role.GENERATED));
    this.layout = layout(sites);
    this.program = new Lazy<>(() -> compile(sites));
    this.tuning = TuningValues.of(trace);
  }

  private static OutputLayout layout(List<Site> sites) {
    List<OutputLayout.Entry> entries = new ArrayList<>();
    int offset = 0;
    for (Site site : sites) {
      OutputLayout.Role role =
          switch (site.role()) {
            case SAMPLED -> OutputLayout.Role.PARAMETER;
            case DETERMINISTIC -> OutputLayout.Role.DETERMINISTIC;
            case GENERATED, OBSERVED, FACTOR, TUNING -> OutputLayout.Role.GENERATED;
          };
      OutputLayout.Entry entry =
          new OutputLayout.Entry(site.name(), site.value().orElseThrow().shape(), offset, role);
      entries.add(entry);
      offset += entry.shape().size();
    }
    return new OutputLayout(entries);
  }

  private Program.Source compile(List<Site> sites) {
    List<Output> outputs = new ArrayList<>();
    for (int k = 0; k < sites.size(); k++) {
      int offset = layout.entries().get(k).offset();
      outputs.add(new Output(sites.get(k).value().orElseThrow(), 0, offset));
    }
    return DensitySource.synchronizedCompile(trace.graph(), outputs);
  }

  OutputLayout layout() {
    return layout;
  }

  Posterior.DrawWriter open() {
    return new Writer(program.get().open(), tuning.copy());
  }

  /** Computes draws with a workspace and tuning values of its own. */
  private static final class Writer implements Posterior.DrawWriter {
    private final Program program;
    private final TuningValues tuning;
    private final double[][] inputs;
    private final double[][] outputs = new double[1][];

    Writer(Program program, TuningValues tuning) {
      this.program = program;
      this.tuning = tuning;
      this.inputs = tuning.inputs(new double[0]);
    }

    @Override
    public void write(double[] position, RandomGenerator random, double[] out) {
      inputs[InputKind.POSITION.ordinal()] = position;
      outputs[0] = out;
      told(program.run(inputs, outputs, random), out);
    }

    @Override
    public Optional<TunableInputs> tunable() {
      return tuning.isEmpty() ? Optional.empty() : Optional.of(tuning);
    }
  }

  /** A draw whose quantities could not be computed has NaN for all of them. */
  private static void told(Status status, double[] out) {
    if (!status.isFine()) {
      Arrays.fill(out, Double.NaN);
    }
  }

  /** {@return draws of positions from the prior; compiled at the first call} */
  PriorDraws priors(Model model, Transforms transforms) {
    PriorDraws made = priors;
    if (made == null) {
      made = PriorDraws.compile(model, transforms);
      priors = made;
    }
    return made;
  }

  /** Positions drawn from the prior. Safe for many threads. */
  record PriorDraws(Program.Source program, int dimension, TuningValues tuning) {
    static PriorDraws compile(Model model, Transforms transforms) {
      Trace trace = Tracer.trace(model, new PriorLatents(), transforms);
      List<Output> outputs = new ArrayList<>();
      int offset = 0;
      for (Site site : trace.latents()) {
        outputs.add(new Output(site.unconstrained().orElseThrow(), 0, offset));
        offset += site.unconstrained().orElseThrow().shape().size();
      }
      return new PriorDraws(
          DensitySource.synchronizedCompile(trace.graph(), outputs),
          offset,
          TuningValues.of(trace));
    }

    double[] draw(RandomGenerator random) {
      double[] position = new double[dimension];
      Status status =
          program.open().run(tuning.inputs(new double[0]), new double[][] {position}, random);
      told(status, position);
      return position;
    }
  }
}
