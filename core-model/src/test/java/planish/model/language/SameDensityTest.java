package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.distributions.Distributions.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.rewrite.CanonicalForm;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.model.Model;
import planish.model.ModelContext;
import planish.model.Trace;
import planish.transforms.Constraints;

/**
 * Ways to write one model, as the chapter "Efficiency Tuning" of Stan's user's guide lists them:
 * after the rewrites all are one graph.
 */
class SameDensityTest {
  private static final int N = 60;

  private final Random random = new Random(25);
  private final double[][] x = rows(N, 3);
  private final double[] y = random.doubles(N, -3, 3).toArray();

  private double[][] rows(int n, int columns) {
    return IntStream.range(0, n)
        .mapToObj(_ -> random.doubles(columns, -2, 2).toArray())
        .toArray(double[][]::new);
  }

  private static long form(Model model) {
    Trace trace = Trace.of(model);
    Expr total =
        Rewrites.all()
            .apply(
                Rewrite.Stage.DENSITY, trace.graph(), List.of(trace.logDensity()), new RewriteLog())
            .getFirst();
    return CanonicalForm.hash(trace.graph(), total);
  }

  private static void assertOne(Model... models) {
    assertThat(Arrays.stream(models).map(SameDensityTest::form).distinct()).hasSize(1);
  }

  // ---- vectorised sums: 18, 19
  // --------------------------------------------------------------------

  @Test
  void sumsByIncrementsAndOfAVector() {
    assertOne(
        m -> {
          Expr mu = m.parameter("mu", Constraints.real());
          Expr target = Expr.of(0);
          for (double number : y) {
            target = target.plus(normal(mu, 1).logProb(Expr.of(number)));
          }
          m.factor("target", target);
        },
        m -> {
          Expr mu = m.parameter("mu", Constraints.real());
          List<Expr> terms = new ArrayList<>();
          for (double number : y) {
            terms.add(normal(mu, 1).logProb(Expr.of(number)));
          }
          m.factor("target", Functions.concatenate(terms).sum());
        },
        m -> {
          Expr mu = m.parameter("mu", Constraints.real());
          m.factor("target", normal(mu, 1).logProb(Expr.vector(y)));
        });
  }

  // ---- linear regression: 20 to 25
  // ----------------------------------------------------------------

  private Expr coefficients(ModelContext m) {
    return m.parameter("beta", Constraints.real(), 3);
  }

  private Expr row(ModelContext m, int n) {
    return m.data("x" + n, x[n]);
  }

  @Test
  void sevenLinearRegressions() {
    assertOne(
        this::loops,
        this::dotProducts,
        this::transposedRows,
        this::transposedCoefficients,
        this::rowVectors,
        this::matrixProductInALoop,
        this::matrixProduct);
  }

  private void loops(ModelContext m) {
    Expr b = coefficients(m);
    for (int n = 0; n < N; n++) {
      Expr mean = Expr.of(0);
      for (int k = 0; k < 3; k++) {
        mean = mean.plus(b.get(k).times(x[n][k]));
      }
      m.observe("y" + n, normal(mean, 1), y[n]);
    }
  }

  private void dotProducts(ModelContext m) {
    Expr b = coefficients(m);
    for (int n = 0; n < N; n++) {
      m.observe("y" + n, normal(Functions.dot(row(m, n), b), 1), y[n]);
    }
  }

  private void transposedRows(ModelContext m) {
    Expr b = coefficients(m);
    for (int n = 0; n < N; n++) {
      Expr transposed = row(m, n).reshape(1, 3);
      m.observe("y" + n, normal(transposed.product(b).get(0), 1), y[n]);
    }
  }

  private void transposedCoefficients(ModelContext m) {
    Expr b = coefficients(m).reshape(1, 3);
    for (int n = 0; n < N; n++) {
      m.observe("y" + n, normal(b.product(row(m, n)).get(0), 1), y[n]);
    }
  }

  private void rowVectors(ModelContext m) {
    Expr b = coefficients(m);
    Expr rows = m.data("x", x);
    for (int n = 0; n < N; n++) {
      m.observe("y" + n, normal(rows.get(n).product(b), 1), y[n]);
    }
  }

  private void matrixProductInALoop(ModelContext m) {
    Expr mean = m.data("x", x).product(coefficients(m));
    for (int n = 0; n < N; n++) {
      m.observe("y" + n, normal(mean.get(n), 1), y[n]);
    }
  }

  private void matrixProduct(ModelContext m) {
    Expr b = coefficients(m);
    m.observe("y", normal(m.data("x", x).product(b), 1), y);
  }

  @Test
  void anotherRegressionIsNotTheSame() {
    assertThat(form(this::matrixProduct))
        .isNotEqualTo(
            form(m -> {
              Expr b = coefficients(m);
              m.observe("y", normal(m.data("x", x).product(b), 2), y);
            }));
  }

  // ---- group index: 26, 27, multiple index
  // --------------------------------------------------------

  @Test
  void groupIndices() {
    int[] group = IntStream.range(0, N).map(n -> n % 7 % 5).toArray();
    assertOne(
        m -> {
          Expr mu = m.parameter("mu", Constraints.real(), 5);
          Expr sigma = m.parameter("sigma", Constraints.positive());
          for (int n = 0; n < N; n++) {
            m.observe("y" + n, normal(mu.get(group[n]), sigma), y[n]);
          }
        },
        m -> {
          Expr mu = m.parameter("mu", Constraints.real(), 5);
          Expr sigma = m.parameter("sigma", Constraints.positive());
          Expr[] means = Arrays.stream(group).mapToObj(mu::get).toArray(Expr[]::new);
          m.observe("y", normal(Functions.concatenate(List.of(means)), sigma), y);
        },
        m -> {
          Expr mu = m.parameter("mu", Constraints.real(), 5);
          Expr sigma = m.parameter("sigma", Constraints.positive());
          m.observe("y", normal(mu.gather(group), sigma), y);
        },
        m -> {
          Expr mu = m.parameter("mu", Constraints.real(), 5);
          Expr sigma = m.parameter("sigma", Constraints.positive());
          for (int k = 0; k < 5; k++) {
            int which = k;
            double[] own =
                IntStream.range(0, N)
                    .filter(n -> group[n] == which)
                    .mapToDouble(n -> y[n])
                    .toArray();
            m.observe("y" + k, normal(mu.get(k), sigma), own);
          }
        });
  }

  // ---- a table of sums: 34
  // ------------------------------------------------------------------------

  @Test
  void tableOfSums() {
    assertOne(m -> twoWay(m, false), m -> twoWay(m, true));
  }

  private void twoWay(ModelContext m, boolean table) {
    Expr a = m.sample("a", normal(0, 5), 4);
    Expr b = m.sample("b", normal(0, 5), 3);
    Expr sigma = m.parameter("sigma", Constraints.positive());
    List<Expr> sums = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 3; j++) {
        sums.add(a.get(i).plus(b.get(j)));
      }
    }
    Expr tabulated = Functions.concatenate(sums).reshape(4, 3);
    for (int n = 0; n < N; n++) {
      int i = n % 4;
      int j = n / 4 % 3;
      Expr mean = table ? tabulated.get(i, j) : a.get(i).plus(b.get(j));
      m.observe("y" + n, normal(mean, sigma), y[n]);
    }
  }
}
