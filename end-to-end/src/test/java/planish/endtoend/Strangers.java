package planish.endtoend;

import java.nio.file.Path;

/** Kernels as strangers would write them: random-walk Metropolis with steps of a fixed size. */
final class Strangers {
  private static final String PROVIDER =
      """
      package PACKAGE;

      import java.util.List;
      import java.util.OptionalDouble;
      import java.util.random.RandomGenerator;
      import planish.autodiff.LogDensity;
      import planish.kernels.*;
      import planish.spi.OptionSpec;
      import planish.spi.Options;

      public final class WalkProvider implements KernelProvider {
        @Override public String name() { return "NAME"; }
        @Override public String summary() { return "random-walk Metropolis"; }
        @Override public int spiVersion() { return VERSION; }
        @Override public List<OptionSpec> options() {
          return List.of(OptionSpec.realBetween("walk-scale", 1, 0, 100, "scale of the steps"));
        }
        @Override public KernelSpec spec(Options options) {
          return new KernelSpec(OptionalDouble.empty(), false, List.of(StatisticColumn.integer("moved__")));
        }
        @Override public Kernel create(KernelContext context) {
          return new Walk(context.density(), context.options().real("walk-scale"));
        }

        private record Walk(LogDensity density, double scale) implements Kernel {
          @Override public ChainState start(double[] position, RandomGenerator random) {
            return ChainState.of(position.clone(), density.value(position), new double[0]);
          }
          @Override public Transition step(
              RandomGenerator random, ChainState state, Tuning tuning, Phase phase) {
            STEP
            double[] next = state.position().clone();
            for (int i = 0; i < next.length; i++) {
              next[i] += scale * random.nextGaussian();
            }
            double value = density.value(next);
            boolean moved = Math.log(random.nextDouble()) < value - state.logDensity();
            return new Transition(
                moved ? ChainState.of(next, value, new double[0]) : state,
                moved ? 1 : 0, false, new double[] {moved ? 1 : 0});
          }
        }
      }
      """;

  private static final String TRANSFORM =
      """
      package PACKAGE;

      import static planish.autodiff.graph.Functions.*;
      import static planish.distributions.Distributions.normal;

      import java.util.Optional;
      import planish.autodiff.Shape;
      import planish.autodiff.graph.Expr;
      import planish.model.DataSet;
      import planish.model.Model;
      import planish.model.ModelProvider;
      import planish.spi.Options;
      import planish.transforms.Constraint;
      import planish.transforms.Transform;
      import planish.transforms.TransformProvider;

      public final class AboveTwo implements TransformProvider {
        public String name() { return "above-two"; }
        public String summary() { return "onto numbers above two"; }
        public int spiVersion() { return 1; }
        public Optional<Transform> onto(Constraint constraint) {
          return constraint instanceof Above ? Optional.of(new Shift()) : Optional.empty();
        }
        public boolean isDefaultFor(Constraint constraint) { return true; }

        record Above() implements Constraint {
          public int eventRank() { return 0; }
          public String description() { return "numbers above 2"; }
          public Expr contains(Expr value) { return Expr.of(1); }
        }

        record Shift() implements Transform {
          public String name() { return "above-two"; }
          public int eventRank() { return 0; }
          public Shape unconstrainedShape(Shape constrained) { return constrained; }
          public Expr forward(Expr u) { return exp(u).plus(2); }
          public Expr inverse(Expr y) { return log(y.minus(2)); }
          public Expr logAbsDetJacobian(Expr u, Expr y) { return u; }
        }

        public static final class AboveModel implements ModelProvider {
          public String name() { return "above"; }
          public String summary() { return "a number above two"; }
          public int spiVersion() { return 1; }
          public Model create(Options options, Optional<DataSet> data) {
            return m -> {
              Expr z = m.parameter("z", new Above());
              Expr mu = m.sample("mu", normal(z, 1));
              m.observe("y", normal(mu.plus(z), 0.1), 5.0);
            };
          }
        }
      }
      """;

  private Strangers() {}

  /** {@return a jar with a transform, and with a model that needs it} */
  static PluginJar transform(Path work, String pack) {
    return new PluginJar(work)
        .source(pack.replace('.', '/') + "/AboveTwo.java", TRANSFORM.replace("PACKAGE", pack))
        .resource("META-INF/services/planish.transforms.TransformProvider", pack + ".AboveTwo\n")
        .resource("META-INF/services/planish.model.ModelProvider", pack + ".AboveTwo$AboveModel\n");
  }

  /** {@return the source of a provider in that package, of a kernel of that name} */
  static String kernel(String pack, String name) {
    return kernel(pack, name, 1, "");
  }

  /**
   * {@return the source of a provider}
   *
   * @param version of the provider interfaces that it says it was written for
   * @param step a statement at the beginning of each step
   */
  static String kernel(String pack, String name, int version, String step) {
    return PROVIDER
        .replace("PACKAGE", pack)
        .replace("NAME", name)
        .replace("VERSION", Integer.toString(version))
        .replace("STEP", step);
  }

  /** {@return a jar with a module descriptor} */
  static PluginJar modular(Path work, String module, String source) {
    return new PluginJar(work)
        .source(
            "module-info.java",
            "module %s { requires planish.kernels; provides planish.kernels.KernelProvider with %s.WalkProvider; }"
                .formatted(module, module))
        .source(module.replace('.', '/') + "/WalkProvider.java", source);
  }

  /** {@return a jar without one, with META-INF/services instead} */
  static PluginJar plain(Path work, String pack, String source) {
    return new PluginJar(work)
        .source(pack.replace('.', '/') + "/WalkProvider.java", source)
        .resource("META-INF/services/planish.kernels.KernelProvider", pack + ".WalkProvider\n");
  }
}
