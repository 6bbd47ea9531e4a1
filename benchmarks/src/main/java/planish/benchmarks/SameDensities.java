package planish.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import planish.autodiff.rewrite.Rewrites;
import planish.examples.tuning.EfficiencyTuning;
import planish.model.Model;
import planish.model.Posteriors;

/**
 * Ways to write one model: whether they leave one graph, and how far apart their gradients' times
 * are. All forms of a model are timed by turns in this runtime.
 */
final class SameDensities {
  private static final long NANOSECONDS = 600_000_000;

  private SameDensities() {}

  static void print(PrintStream out) {
    out.println();
    out.println("Ways to write one model with few data, as a chapter of Stan's guide lists them.");
    Tables.line(out, "", "forms", "graphs", "least us", "slowest/fastest");
    for (Map.Entry<String, List<Model>> group : EfficiencyTuning.groups().entrySet()) {
      List<Forms> forms =
          group.getValue().stream().map(model -> Forms.of(model, Rewrites.all())).toList();
      double[] times = times(group.getValue(), forms);
      double least = Arrays.stream(times).min().orElseThrow();
      Tables.line(
          out,
          group.getKey(),
          Integer.toString(forms.size()),
          Long.toString(forms.stream().mapToLong(Forms::number).distinct().count()),
          Tables.number(least * 1e-3),
          Tables.number(Arrays.stream(times).max().orElseThrow() / least));
    }
  }

  private static double[] times(List<Model> models, List<Forms> forms) {
    int dimension = Posteriors.compile("form", models.getFirst()).layout().dimension();
    double[][] positions = TunedChain.nearZero(dimension);
    List<Slices> slices = new ArrayList<>();
    forms.forEach(form -> slices.add(new Slices(new Density(form.compiled(), positions))));
    double[] least = new double[slices.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    long start = System.nanoTime();
    while (System.nanoTime() - start < NANOSECONDS * slices.size()) {
      for (int k = 0; k < least.length; k++) {
        least[k] = Math.min(least[k], slices.get(k).next());
      }
    }
    return least;
  }
}
