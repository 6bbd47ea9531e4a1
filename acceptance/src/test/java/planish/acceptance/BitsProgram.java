package planish.acceptance;

import java.util.Map;
import java.util.Optional;
import planish.diagnostics.Draws;
import planish.examples.EightSchoolsNoncentered;
import planish.examples.HierarchicalLogistic;
import planish.examples.LogisticRegression;
import planish.model.ModelProvider;
import planish.model.Posteriors;
import planish.sampling.Run;
import planish.spi.Options;

/** Samples a few models in a JVM of its own and prints one number that depends on every bit. */
final class BitsProgram {
  private BitsProgram() {}

  /**
   * Prints a hash of the draws.
   *
   * @param arguments the number of threads, and how often the runs are repeated: the last one is
   *     printed
   */
  public static void main(String[] arguments) {
    long hash = 0;
    for (int k = 0; k < Integer.parseInt(arguments[1]); k++) {
      hash = hash(Integer.parseInt(arguments[0]));
    }
    System.out.println("bits " + Long.toHexString(hash));
  }

  /** {@return a hash of all draws of all models} */
  static long hash(int threads) {
    long hash = hash(new EightSchoolsNoncentered(), threads);
    hash = 31 * hash + hash(new LogisticRegression(), threads);
    return 31 * hash + hash(new HierarchicalLogistic(), threads);
  }

  private static long hash(ModelProvider provider, int threads) {
    var model = provider.create(Options.defaults(provider.options()), Optional.empty());
    Draws draws =
        Run.of(Posteriors.compile(provider.name(), model))
            .chains(2)
            .warmup(120)
            .draws(30)
            .seed(3)
            .threads(threads)
            .kernel("nuts", Map.of("max-tree-depth", "5"))
            .run()
            .draws();
    long hash = 1;
    for (int column = 0; column < draws.columnNames().size(); column++) {
      for (double[] chain : draws.column(column)) {
        for (double value : chain) {
          hash = 31 * hash + Double.doubleToRawLongBits(value);
        }
      }
    }
    return hash;
  }
}
