package planish.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.LogDensity;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.transforms.Transforms;

/** Rewrites by statistics of the data leave densities as they are, and no vector of all rows. */
class StatisticsOfModelsTest {
  static Stream<ModelCases.ModelCase> cases() {
    return ModelCases.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theDensityStays(ModelCases.ModelCase given) {
    LogDensity before = density(given.model(), Rewrites.none());
    LogDensity after = density(given.model(), Rewrites.all());
    Random random = new Random(3);
    double[] expected = new double[before.dimension()];
    double[] found = new double[before.dimension()];
    for (int k = 0; k < 100; k++) {
      double[] position = random.doubles(expected.length, -1.5, 1.5).toArray();
      double value = before.valueAndGradient(position, expected);
      assertThat(after.valueAndGradient(position, found))
          .isCloseTo(value, within(1e-10 * Math.max(1, Math.abs(value))));
      for (int i = 0; i < found.length; i++) {
        double scale = Math.max(1, Math.max(Math.abs(value), Math.abs(expected[i])));
        assertThat(found[i]).isCloseTo(expected[i], within(1e-9 * scale));
      }
    }
  }

  /** What adds up the whole log density has no place of its own. */
  @ParameterizedTest
  @MethodSource("cases")
  void eachRewriteSaysWhatItDidAndWhere(ModelCases.ModelCase given) {
    assertThat(
            Posteriors.compile("test", given.model(), Transforms.boot(), Rewrites.all())
                .rewritten())
        .isNotEmpty()
        .filteredOn(entry -> !entry.rewrite().equals("like-terms"))
        .allSatisfy(entry -> assertThat(entry.place().site() + entry.place().line()).isNotEmpty())
        .noneSatisfy(entry -> assertThat(entry.what()).contains("operations of the log density"));
  }

  static LogDensity density(Model model, Rewrites rewrites) {
    return Posteriors.compile("test", model, Transforms.boot(), rewrites).density().open();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noVectorOfAllRowsIsLeft(ModelCases.ModelCase given) {
    Trace trace = Trace.of(given.model());
    RewriteLog log = new RewriteLog();
    Expr after =
        Rewrites.all()
            .apply(Rewrite.Stage.DENSITY, trace.graph(), List.of(trace.logDensity()), log)
            .getFirst();
    assertThat(largest(trace.graph(), after)).isLessThanOrEqualTo(given.largest());
    assertThat(log.entries())
        .filteredOn(entry -> !entry.place().site().isEmpty())
        .extracting(RewriteLog.Entry::what)
        .isNotEmpty();
  }

  static int largest(Graph graph, Expr root) {
    boolean[] needed = new boolean[graph.size()];
    needed[graph.indexOf(root)] = true;
    int largest = 0;
    for (int k = needed.length - 1; k >= 0; k--) {
      Node node = graph.node(k);
      if (needed[k] && !node.known()) {
        largest = Math.max(largest, node.shape().size());
        for (int j = 0; j < node.operandCount(); j++) {
          needed[node.operand(j)] = true;
        }
      }
    }
    return largest;
  }
}
