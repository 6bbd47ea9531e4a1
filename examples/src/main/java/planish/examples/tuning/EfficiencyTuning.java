package planish.examples.tuning;

import static planish.distributions.Distributions.bernoulli;
import static planish.distributions.Distributions.bernoulliLogit;
import static planish.distributions.Distributions.beta;
import static planish.distributions.Distributions.binomial;
import static planish.distributions.Distributions.gamma;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.poisson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.model.Model;
import planish.model.ModelContext;
import planish.transforms.Constraints;

/**
 * Ways to write one model, as the chapter "Efficiency Tuning" of Stan's user's guide lists them,
 * with small data: after the rewrites those of a group are one graph, up to a constant.
 */
public final class EfficiencyTuning {
  private static final int N = 60;

  private final Random random = new Random(25);
  private final double[][] x = rows(N, 3);
  private final double[] y = random.doubles(N, -3, 3).toArray();

  private EfficiencyTuning() {}

  /** {@return the groups by name; the models of one have the same posterior} */
  public static Map<String, List<Model>> groups() {
    EfficiencyTuning all = new EfficiencyTuning();
    Map<String, List<Model>> groups = new LinkedHashMap<>();
    groups.put("sums of densities", all.sumsByIncrementsAndOfAVector());
    groups.put("linear regression", all.sevenLinearRegressions());
    groups.put("linear regression and its sums", all.regressionsFromSums());
    groups.put("logistic regression", all.logisticRegressions());
    groups.put("hierarchical intercepts", all.hierarchicalIntercepts());
    groups.put("means of groups", all.groupIndices());
    groups.put("successes", all.successes());
    groups.put("counts", all.counts());
    groups.put("mean and variance", all.meanAndVariance());
    groups.put("table of sums", all.tableOfSums());
    return groups;
  }

  private double[][] rows(int n, int columns) {
    return IntStream.range(0, n)
        .mapToObj(_ -> random.doubles(columns, -2, 2).toArray())
        .toArray(double[][]::new);
  }

  // ---- vectorised sums: 18, 19

  private List<Model> sumsByIncrementsAndOfAVector() {
    return List.of(
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

  private Expr coefficients(ModelContext m) {
    return m.parameter("beta", Constraints.real(), 3);
  }

  private Expr row(ModelContext m, int n) {
    return m.data("x" + n, x[n]);
  }

  private List<Model> sevenLinearRegressions() {
    return List.of(
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

  // ---- linear regression, of the rows and of sums of their products

  private List<Model> regressionsFromSums() {
    return List.of(
        m -> {
          Expr b = coefficients(m);
          Expr sigma = m.parameter("sigma", Constraints.positive());
          for (int n = 0; n < N; n++) {
            m.observe("y" + n, normal(Functions.dot(row(m, n), b), sigma), y[n]);
          }
        },
        m -> {
          Expr mean = m.data("x", x).product(coefficients(m));
          m.observe("y", normal(mean, m.parameter("sigma", Constraints.positive())), y);
        },
        this::sumsOfProducts);
  }

  private void sumsOfProducts(ModelContext m) {
    double[][] xx = new double[3][3];
    double[] xy = new double[3];
    double yy = 0;
    for (int n = 0; n < N; n++) {
      yy += y[n] * y[n];
      for (int j = 0; j < 3; j++) {
        xy[j] += x[n][j] * y[n];
        for (int k = 0; k < 3; k++) {
          xx[j][k] += x[n][j] * x[n][k];
        }
      }
    }
    Expr b = coefficients(m);
    Expr sigma = m.parameter("sigma", Constraints.positive());
    Expr form = b.times(m.data("xx", xx).product(b)).sum();
    Expr squares = form.minus(Functions.dot(m.data("xy", xy), b).times(2)).plus(yy);
    m.factor("y", squares.dividedBy(Functions.square(sigma).times(-2)));
    m.factor("scale", Functions.log(sigma).times(-N));
  }

  // ---- logistic regression, hierarchical intercepts

  private List<Model> logisticRegressions() {
    double[] z = IntStream.range(0, N).mapToDouble(n -> y[n] > 0 ? 1 : 0).toArray();
    return List.of(
        m -> {
          Expr alpha = m.sample("alpha", normal(0, 5));
          Expr b = m.sample("beta", normal(0, 2), 3);
          for (int n = 0; n < N; n++) {
            Expr logit = alpha;
            for (int k = 0; k < 3; k++) {
              logit = logit.plus(b.get(k).times(x[n][k]));
            }
            m.observe("z" + n, bernoulliLogit(logit), z[n]);
          }
        },
        m -> {
          Expr alpha = m.sample("alpha", normal(0, 5));
          Expr b = m.sample("beta", normal(0, 2), 3);
          Expr rows = m.data("x", x);
          for (int n = 0; n < N; n++) {
            m.observe("z" + n, bernoulliLogit(rows.get(n).product(b).plus(alpha)), z[n]);
          }
        },
        m -> {
          Expr alpha = m.sample("alpha", normal(0, 5));
          Expr b = m.sample("beta", normal(0, 2), 3);
          m.observe("z", bernoulliLogit(alpha.plus(m.data("x", x).product(b))), z);
        });
  }

  private List<Model> hierarchicalIntercepts() {
    int[] county = IntStream.range(0, N).map(n -> (3 * n + n / 7) % 7).toArray();
    return List.of(
        m -> hierarchy(m, (mu, tau, z) -> n -> mu.plus(tau.times(z.get(county[n])))),
        m ->
            hierarchy(
                m,
                (mu, tau, z) -> {
                  Expr[] a = new Expr[7];
                  Arrays.setAll(a, j -> mu.plus(tau.times(z.get(6 - j))));
                  return n -> a[6 - county[n]];
                }),
        m ->
            hierarchy(
                m,
                (mu, tau, z) -> {
                  Expr a = mu.plus(tau.times(z));
                  return n -> a.get(county[n]);
                }),
        m -> {
          Expr mu = m.sample("mu", normal(0, 5));
          Expr tau = m.parameter("tau", Constraints.positive());
          Expr a = mu.plus(tau.times(m.sample("z", normal(0, 1), 7)));
          m.observe("y", normal(a.gather(county), 1.5), y);
        });
  }

  /** Where the mean of an observation comes from. */
  private interface Intercepts {
    IntFunction<Expr> of(Expr mu, Expr tau, Expr z);
  }

  private void hierarchy(ModelContext m, Intercepts intercepts) {
    Expr mu = m.sample("mu", normal(0, 5));
    Expr tau = m.parameter("tau", Constraints.positive());
    IntFunction<Expr> mean = intercepts.of(mu, tau, m.sample("z", normal(0, 1), 7));
    for (int n = 0; n < N; n++) {
      m.observe("y" + n, normal(mean.apply(n), 1.5), y[n]);
    }
  }

  // ---- group index: 26, 27, multiple index

  private List<Model> groupIndices() {
    int[] group = IntStream.range(0, N).map(n -> n % 7 % 5).toArray();
    return List.of(
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

  // ---- sufficient statistics: 29, 30, 31, 34b; 31 and 33b for counts

  private List<Model> successes() {
    double[] outcomes = IntStream.range(0, 50).mapToDouble(n -> n % 5 == 0 ? 1 : 0).toArray();
    return List.of(
        m -> {
          Expr theta = m.sample("theta", beta(2, 3));
          for (int n = 0; n < 50; n++) {
            m.observe("y" + n, bernoulli(theta), outcomes[n]);
          }
        },
        m -> m.observe("y", bernoulli(m.sample("theta", beta(2, 3))), outcomes),
        m -> m.observe("y", binomial(Expr.of(50), m.sample("theta", beta(2, 3))), 10),
        m -> {
          Expr theta = m.sample("theta", beta(2, 3));
          Expr zeros = bernoulli(theta).logProb(Expr.of(0)).times(40);
          m.factor("target", zeros.plus(bernoulli(theta).logProb(Expr.of(1)).times(10)));
        },
        m -> m.sample("theta", beta(12, 43)));
  }

  private List<Model> counts() {
    double[] counts = IntStream.range(0, 40).mapToDouble(n -> n * 7 % 8).toArray();
    return List.of(
        m -> {
          Expr lambda = m.parameter("lambda", Constraints.positive());
          for (int n = 0; n < 40; n++) {
            m.observe("y" + n, poisson(lambda), counts[n]);
          }
        },
        m -> m.observe("y", poisson(m.parameter("lambda", Constraints.positive())), counts),
        m -> {
          Expr lambda = m.parameter("lambda", Constraints.positive());
          Expr target = Expr.of(0);
          for (int z = 0; z < 8; z++) {
            target = target.plus(poisson(lambda).logProb(Expr.of(z)).times(5));
          }
          m.factor("target", target);
        },
        m ->
            m.observe(
                "total",
                poisson(m.parameter("lambda", Constraints.positive()).times(40)),
                Arrays.stream(counts).sum()));
  }

  // ---- a normal sample by its mean and variance: 32, 33

  private List<Model> meanAndVariance() {
    double mean = Arrays.stream(y).average().orElseThrow();
    double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / (N - 1);
    double half = (N - 1) / 2.0;
    return List.of(
        m -> m.observe("y", normal(location(m), scale(m)), y),
        m -> {
          Expr mu = location(m);
          Expr sigma = scale(m);
          for (int n = 0; n < N; n++) {
            m.observe("y" + n, normal(mu, sigma), y[n]);
          }
        },
        m -> {
          Expr mu = location(m);
          Expr sigma = scale(m);
          m.observe("mean", normal(mu, sigma.dividedBy(Math.sqrt(N))), mean);
          Expr rate = Expr.of(half).dividedBy(Functions.square(sigma));
          m.observe("variance", gamma(half, rate), variance);
        });
  }

  private static Expr location(ModelContext m) {
    return m.parameter("mu", Constraints.real());
  }

  private static Expr scale(ModelContext m) {
    return m.parameter("sigma", Constraints.positive());
  }

  // ---- a table of sums: 34

  private List<Model> tableOfSums() {
    return List.of(m -> twoWay(m, false), m -> twoWay(m, true));
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
