package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.distributions.Distributions.gamma;
import static planish.distributions.Distributions.normal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.graph.Expr;
import planish.autodiff.rewrite.CanonicalForm;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.examples.tuning.EfficiencyTuning;
import planish.model.Model;
import planish.model.ModelContext;
import planish.model.Trace;
import planish.transforms.Constraints;

/** However a model is written, after the rewrites it is one graph. */
class SameDensityTest {
  private static long form(Model model) {
    Trace trace = Trace.of(model);
    Expr total =
        Rewrites.all()
            .apply(
                Rewrite.Stage.DENSITY, trace.graph(), List.of(trace.logDensity()), new RewriteLog())
            .getFirst();
    return CanonicalForm.hash(trace.graph(), total);
  }

  static Stream<String> groups() {
    return EfficiencyTuning.groups().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aGroupLeavesOneGraph(String name) {
    List<Model> models = EfficiencyTuning.groups().get(name);

    assertThat(models).hasSizeGreaterThan(1);
    assertThat(models.stream().map(SameDensityTest::form).distinct()).hasSize(1);
  }

  @Test
  void groupsLeaveDifferentGraphs() {
    Map<String, List<Model>> groups = EfficiencyTuning.groups();

    assertThat(groups.values().stream().map(models -> form(models.getFirst())))
        .doesNotHaveDuplicates();
  }

  @Test
  void anotherConstantIsAnotherGraph() {
    double[] y = {1, 2, 4};

    assertThat(form(m -> m.observe("y", normal(m.parameter("mu", Constraints.real()), 1), y)))
        .isNotEqualTo(
            form(m -> m.observe("y", normal(m.parameter("mu", Constraints.real()), 2), y)));
  }

  @Test
  void anotherShapeIsAnotherGraph() {
    assertThat(form(m -> variance(m, 3))).isNotEqualTo(form(m -> variance(m, 4)));
  }

  private static void variance(ModelContext m, double shape) {
    Expr sigma = m.parameter("sigma", Constraints.positive());
    m.observe("variance", gamma(shape, sigma), 2.0);
  }
}
