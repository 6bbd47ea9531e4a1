package planish.model;

import static planish.distributions.Distributions.beta;
import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.distributions.Distribution;
import planish.distributions.Distributions;

/** Models of 200 observations whose densities need no vector of that size. */
final class ModelCases {
  static final int ROWS = 200;
  private static final int GROUPS = 7;

  private final List<ModelCase> cases = new ArrayList<>();
  private final double[] x = numbers(1, ROWS);
  private final double[] y = of(v -> 5 + 2 * v);
  private final double[] counts = of(v -> Math.floor(Math.abs(3 * v)));
  private final double[] positive = of(Math::exp);
  private final double[] zeroOne = of(v -> v > 0.3 ? 1 : 0);
  private final double[] unit = of(v -> 1 / (1 + Math.exp(-v)));
  private final double[] gaps = of(v -> v > 0.3 ? v : Double.NaN);
  private final int[] group = IntStream.range(0, ROWS).map(i -> i * 5 % GROUPS).toArray();
  private final int[] some = IntStream.range(0, ROWS).map(i -> i * i % GROUPS).toArray();
  private final int[] other = IntStream.range(0, ROWS).map(i -> i / 3 % 4).toArray();

  /**
   * A model.
   *
   * @param largest the size of the largest vector that is left to compute
   */
  record ModelCase(String name, Model model, int largest) {
    @Override
    public String toString() {
      return name;
    }
  }

  private ModelCases() {}

  static List<ModelCase> all() {
    ModelCases made = new ModelCases();
    made.univariate();
    made.counts();
    made.grouped();
    made.regressions();
    made.vectors();
    return made.cases;
  }

  private void add(String name, int largest, Model model) {
    cases.add(new ModelCase(name, model, largest));
  }

  private void univariate() {
    add("normal", 1, two(Distributions::normal, y));
    add("lognormal", 1, two(Distributions::lognormal, positive));
    add("gamma", 1, positives(Distributions::gamma, positive));
    add("inverse gamma", 1, positives(Distributions::inverseGamma, positive));
    add("beta", 1, positives(Distributions::beta, unit));
    add("exponential", 1, two((a, s) -> exponential(s), positive));
    add("bernoulli", 1, probability(Distributions::bernoulli, zeroOne));
    add("all ones", 1, probability(Distributions::bernoulli, of(v -> 1)));
    add("binomial", 1, probability(p -> Distributions.binomial(Expr.of(30), p), counts));
    add("bernoulli-logit", 2, two((a, s) -> Distributions.bernoulliLogit(a), zeroOne));
    add("binomial-logit", 1, two((a, s) -> Distributions.binomialLogit(Expr.of(30), a), counts));
    add("student-t of few values", 15, two((a, s) -> Distributions.studentT(4, a, s), counts));
    add(
        "with gaps behind a mask",
        1,
        m -> {
          Expr a = m.sample("a", normal(0, 3));
          Expr terms = normal(a, Expr.of(2)).logProbInside(m.data("gaps", gaps));
          m.factor("y", Functions.select(Expr.vector(zeroOne), terms, Expr.of(0)));
        });
    add(
        "with a mask",
        1,
        two((a, s) -> Distributions.masked(normal(a, s), Expr.vector(zeroOne)), y));
  }

  private void counts() {
    add("poisson", 1, two((a, s) -> Distributions.poisson(s), counts));
    add("poisson-log", 1, two((a, s) -> Distributions.poissonLog(a), counts));
    add(
        "poisson with exposure",
        3,
        two((a, s) -> Distributions.poisson(s.times(Expr.vector(positive))), counts));
    add(
        "poisson-log with offset",
        1,
        two((a, s) -> Distributions.poissonLog(a.plus(Expr.vector(x))), counts));
    add(
        "negative binomial, dispersion known",
        1,
        two((a, s) -> Distributions.negBinomial2(s, 3), counts));
    add("negative binomial", 15, positives(Distributions::negBinomial2, counts));
    add(
        "categorical",
        4,
        m -> {
          Expr theta = m.sample("theta", Distributions.dirichlet(Expr.vector(1, 1, 1, 1)));
          m.observe("y", Distributions.categorical(theta), of(v -> Math.abs(Math.rint(v)) % 4));
        });
    add(
        "a category that is never seen",
        4,
        m -> {
          Expr theta = m.sample("theta", Distributions.dirichlet(Expr.vector(1, 1, 1, 1)));
          m.observe("y", Distributions.categorical(theta), zeroOne);
        });
    add(
        "categorical-logit",
        4,
        m -> {
          Expr beta = m.sample("beta", normal(0, 1), 4);
          m.observe("y", Distributions.categoricalLogit(beta), of(v -> Math.abs(Math.rint(v)) % 4));
        });
  }

  private void grouped() {
    add("groups", GROUPS, groups(group, (mean, s) -> normal(mean, s), y));
    add("groups, some without rows", GROUPS, groups(some, (mean, s) -> normal(mean, s), y));
    add(
        "groups, poisson-log",
        GROUPS,
        groups(group, (a, s) -> Distributions.poissonLog(a), counts));
    add(
        "groups, poisson-log with offset",
        GROUPS,
        groups(group, (a, s) -> Distributions.poissonLog(a.plus(Expr.vector(x))), counts));
    add(
        "groups, bernoulli-logit",
        2 * GROUPS,
        groups(group, (a, s) -> Distributions.bernoulliLogit(a), zeroOne));
    add("groups, lognormal", GROUPS, groups(group, Distributions::lognormal, positive));
    add(
        "groups with slope",
        GROUPS,
        groups(group, (a, s) -> normal(a.plus(s.times(Expr.vector(x))), s), y));
    add(
        "groups with scales",
        GROUPS,
        m -> {
          Expr mu = m.sample("mu", normal(0, 3), GROUPS);
          Expr s = m.sample("s", halfNormal(2), GROUPS);
          m.observe("y", normal(mu.gather(some), s.gather(some)), y);
        });
    add(
        "groups with slopes of their own",
        GROUPS,
        m -> {
          Expr mu = m.sample("mu", normal(0, 3), GROUPS);
          Expr b = m.sample("b", normal(0, 3), GROUPS);
          Expr mean = mu.gather(group).plus(b.gather(group).times(m.data("x", x)));
          m.observe("y", normal(mean, m.sample("s", halfNormal(2))), y);
        });
    add("two groupings", 28, twoway((mean, s) -> normal(mean, s), y));
    add(
        "two groupings, bernoulli-logit",
        56,
        twoway((mean, s) -> Distributions.bernoulliLogit(mean), zeroOne));
    add(
        "not centred, slope and predictor of groups",
        GROUPS,
        m -> {
          Expr raw = m.sample("raw", normal(0, 1), GROUPS);
          Expr tau = m.sample("tau", halfNormal(1));
          Expr a = raw.times(tau).plus(m.sample("mu", normal(0, 3)));
          Expr mean = a.gather(group).plus(m.sample("b", normal(0, 3)).times(m.data("x", x)));
          m.observe("y", normal(mean, m.sample("s", halfNormal(2))), y);
        });
  }

  private void regressions() {
    add("regression", 25, regression(5, false, y));
    add("regression with intercept", 25, regression(5, true, y));
    add("one predictor", 1, two((a, s) -> normal(a.plus(s.times(Expr.vector(x))), s), y));
    add(
        "six predictors, each by itself",
        6,
        m -> {
          Expr mean = m.sample("a", normal(0, 3));
          for (int k = 0; k < 6; k++) {
            Expr predictor = m.data("x" + k, numbers(20 + k, ROWS));
            mean = mean.plus(m.sample("b" + k, normal(0, 3)).times(predictor));
          }
          m.observe("y", normal(mean, m.sample("s", halfNormal(2))), y);
        });
    add(
        "groups with predictors",
        GROUPS,
        m -> {
          Expr b = m.sample("b", normal(0, 3), 3);
          Expr mu = m.sample("mu", normal(0, 3), GROUPS);
          Expr mean = m.data("x", numbers(4, 3 * ROWS), Shape.of(ROWS, 3)).product(b);
          m.observe("y", normal(mu.gather(group).plus(mean), m.sample("s", halfNormal(2))), y);
        });
    add(
        "poisson regression",
        ROWS,
        m -> {
          Expr b = m.sample("b", normal(0, 0.3), 3);
          Expr mean = m.data("x", numbers(4, 3 * ROWS), Shape.of(ROWS, 3)).product(b);
          m.observe("y", Distributions.poissonLog(mean), counts);
        });
    add(
        "bernoulli of an inverse logit",
        2,
        two((a, s) -> Distributions.bernoulli(Functions.invLogit(a)), zeroOne));
    add(
        "known standard deviations",
        1,
        two((a, s) -> normal(a.plus(s.times(Expr.vector(x))), Expr.vector(positive)), y));
    add(
        "logistic regression whose rows repeat",
        16,
        m -> {
          Expr b = m.sample("b", normal(0, 3), 3);
          double[] few = Arrays.stream(numbers(4, 3 * ROWS)).map(v -> v > 0 ? 1 : 0).toArray();
          Expr mean = m.data("x", few, Shape.of(ROWS, 3)).product(b);
          m.observe("y", Distributions.bernoulliLogit(mean), zeroOne);
        });
  }

  private void vectors() {
    Shape shape = Shape.of(ROWS / 4, 4);
    Function<ModelContext, Expr> data = m -> m.data("y", y, shape);
    add(
        "multivariate normal",
        20,
        m -> {
          Expr mu = m.sample("mu", normal(0, 3), 4);
          Expr factor = factor(m);
          m.observe("y", Distributions.multiNormalCholesky(mu, factor), data.apply(m));
        });
    add(
        "multivariate normal by covariance",
        20,
        m -> {
          Expr factor = factor(m);
          Expr sigma = factor.product(Functions.transpose(factor));
          Expr mu = m.sample("mu", normal(0, 3), 4);
          m.observe("y", Distributions.multiNormal(mu, sigma), data.apply(m));
        });
    add(
        "multivariate normal by precision",
        20,
        m -> {
          Expr factor = factor(m);
          Expr omega = factor.product(Functions.transpose(factor));
          Expr mu = m.sample("mu", normal(0, 3), 4);
          m.observe("y", Distributions.multiNormalPrecision(mu, omega), data.apply(m));
        });
    add(
        "multivariate normal of groups",
        28,
        m -> {
          int[] of = IntStream.range(0, ROWS / 4).map(i -> i % 3).toArray();
          Expr mu = m.sample("mu", normal(0, 3), 3, 4);
          m.observe(
              "y", Distributions.multiNormalCholesky(mu.gather(of), factor(m)), data.apply(m));
        });
    add(
        "dirichlet",
        4,
        m -> {
          Expr alpha = m.sample("alpha", exponential(1), 4);
          m.observe("y", Distributions.dirichlet(alpha), m.data("y", simplexes(), shape));
        });
  }

  private double[] simplexes() {
    double[] all = positive.clone();
    for (int i = 0; i < all.length; i += 4) {
      double sum = all[i] + all[i + 1] + all[i + 2] + all[i + 3];
      for (int j = 0; j < 4; j++) {
        all[i + j] /= sum;
      }
    }
    return all;
  }

  private static Expr factor(ModelContext m) {
    return m.sample("L", Distributions.lkjCorrCholesky(4, 2.0));
  }

  private static Model two(OfTwo distribution, double[] data) {
    return m -> {
      Expr a = m.sample("a", normal(0, 3));
      Expr s = m.sample("s", halfNormal(2));
      m.observe("y", distribution.of(a, s), data);
    };
  }

  private static Model positives(OfTwo distribution, double[] data) {
    return m -> {
      Expr a = m.sample("a", exponential(1));
      Expr s = m.sample("s", halfNormal(2));
      m.observe("y", distribution.of(a, s), data);
    };
  }

  /** A distribution with two arguments. */
  interface OfTwo {
    Distribution of(Expr a, Expr b);
  }

  private static Model probability(Function<Expr, Distribution> distribution, double[] data) {
    return m -> m.observe("y", distribution.apply(m.sample("p", beta(1, 1))), data);
  }

  private static Model groups(int[] of, OfTwo distribution, double[] data) {
    return m -> {
      Expr mu = m.sample("mu", normal(0, 3), GROUPS);
      Expr s = m.sample("s", halfNormal(2));
      m.observe("y", distribution.of(mu.gather(of), s), data);
    };
  }

  private Model twoway(OfTwo distribution, double[] data) {
    return m -> {
      Expr a = m.sample("a", normal(0, 3), GROUPS);
      Expr b = m.sample("b", normal(0, 3), 4);
      Expr s = m.sample("s", halfNormal(2));
      m.observe("y", distribution.of(a.gather(group).plus(b.gather(other)), s), data);
    };
  }

  static Model regression(int columns, boolean intercept, double[] data) {
    double[] matrix = numbers(2, data.length * columns);
    return m -> {
      Expr b = m.sample("b", normal(0, 3), columns);
      Expr s = m.sample("s", halfNormal(2));
      Expr mean = m.data("x", matrix, Shape.of(data.length, columns)).product(b);
      Expr all = intercept ? mean.plus(m.sample("a", normal(0, 10))) : mean;
      m.observe("y", normal(all, s), data);
    };
  }

  private double[] of(DoubleUnaryOperator function) {
    return DoubleStream.of(x).map(function).toArray();
  }

  static double[] numbers(int seed, int n) {
    Random random = new Random(seed);
    return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
  }
}
