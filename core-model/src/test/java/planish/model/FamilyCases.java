package planish.model;

import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.distributions.Distribution;
import planish.distributions.Distributions;

/**
 * Observations of every family that has sufficient statistics, plain and by group, of up to 3,000
 * rows.
 */
final class FamilyCases {
  static final int ROWS = 300;
  static final int MOST = 10 * ROWS;
  private static final int GROUPS = 5;

  private final List<FamilyCase> cases = new ArrayList<>();
  private final double[] x = ModelCases.numbers(11, MOST);
  private final double[] u = of(v -> 1 / (1 + Math.exp(-v)));
  private final double[] y = of(v -> 4 + 2 * v);
  private final double[] positive = of(Math::exp);
  private final double[] counts = of(v -> Math.floor(Math.abs(4 * v)));
  private final double[] zeroOne = of(v -> v > 0.2 ? 1 : 0);
  private final double[] classes = of(v -> Math.floor(Math.abs(2.5 * v)) % 3);

  /** A model of a number of rows. */
  record FamilyCase(String name, Rows model) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A model of a number of rows. */
  interface Rows {
    Model of(int n);
  }

  /** What is observed, from two positive parameters of each row's, or one for all. */
  private interface Family {
    Distribution of(Expr a, Expr b);
  }

  /** A log density of parameters and observations. */
  private interface Term {
    Expr of(Expr a, Expr b, Expr y);
  }

  private FamilyCases() {}

  static List<FamilyCase> all() {
    FamilyCases made = new FamilyCases();
    made.counted();
    made.continuous();
    made.normals();
    made.vectors();
    made.regressions();
    return made.cases;
  }

  private void counted() {
    family("Bernoulli", zeroOne, (a, b) -> Distributions.bernoulli(share(a, b)));
    family("Bernoulli, logit", zeroOne, (a, b) -> Distributions.bernoulliLogit(a.minus(b)));
    family("binomial", counts, (a, b) -> Distributions.binomial(30, share(a, b)));
    family("binomial, logit", counts, (a, b) -> Distributions.binomialLogit(30, a.minus(b)));
    family("Poisson", counts, (a, b) -> Distributions.poisson(a));
    family("Poisson, log", counts, (a, b) -> Distributions.poissonLog(a.minus(b)));
    add("Poisson with exposure", n -> exposed(n, false, Distributions::poisson));
    add("Poisson with exposure, by group", n -> exposed(n, true, Distributions::poisson));
    add("Poisson with log exposure", n -> logExposed(n, false));
    add("Poisson with log exposure, by group", n -> logExposed(n, true));
    factor(
        "geometric",
        (a, b, k) ->
            Functions.log(share(a, b)).plus(k.times(Functions.log1p(share(a, b).negate()))));
    family("negative binomial", counts, (a, b) -> Distributions.negBinomial2(a, 2.5));
    family("negative binomial, log", counts, (a, b) -> Distributions.negBinomial2Log(a, 2.5));
  }

  private static Expr share(Expr a, Expr b) {
    return a.dividedBy(a.plus(b));
  }

  private void continuous() {
    family("exponential", positive, (a, b) -> exponential(a));
    family("gamma", positive, Distributions::gamma);
    family("inverse gamma", positive, Distributions::inverseGamma);
    family("beta", u, Distributions::beta);
    family("lognormal", positive, Distributions::lognormal);
  }

  private void normals() {
    family("normal", y, Distributions::normal);
    add(
        "normal, one scale for all groups",
        n ->
            m -> {
              Expr mu = m.sample("mu", normal(0, 3), GROUPS).gather(groups(n));
              m.observe("y", normal(mu, m.sample("s", halfNormal(1))), first(y, n));
            });
    add("crossed effects", this::crossed);
  }

  private Model crossed(int n) {
    int[] other = IntStream.range(0, n).map(i -> i / 7 % 4).toArray();
    return m -> {
      Expr a = m.sample("a", normal(0, 3), GROUPS).gather(groups(n));
      Expr b = m.sample("b", normal(0, 3), 4).gather(other);
      m.observe("y", normal(a.plus(b), m.sample("s", halfNormal(1))), first(y, n));
    };
  }

  private void vectors() {
    add("multivariate normal", n -> multivariate(n, false));
    add("multivariate normal, by group", n -> multivariate(n, true));
    for (boolean precision : new boolean[] {false, true}) {
      String form = precision ? "known precision" : "known covariance";
      add("multivariate normal, " + form, n -> knownMatrix(n, precision, false));
      add("multivariate normal, " + form + ", by group", n -> knownMatrix(n, precision, true));
    }
    add("categorical", n -> categorical(n, false));
    add("categorical, by group", n -> categorical(n, true));
    add("categorical, logit", n -> categoricalLogit(n, false));
    add("categorical, logit, by group", n -> categoricalLogit(n, true));
    add("multinomial", n -> multinomial(n, false));
    add("multinomial, by group", n -> multinomial(n, true));
    add("Dirichlet", n -> dirichlet(n, false));
    add("Dirichlet, by group", n -> dirichlet(n, true));
  }

  private Model multivariate(int n, boolean grouped) {
    return m -> {
      Expr mu = m.sample("mu", normal(0, 3), grouped ? GROUPS : 1, 3);
      Expr factor = m.sample("L", Distributions.lkjCorrCholesky(3, 2.0));
      Expr means = grouped ? mu.gather(groups(n / 3)) : mu.reshape(3);
      m.observe("y", Distributions.multiNormalCholesky(means, factor), triples(m, y, n));
    };
  }

  private Model knownMatrix(int n, boolean precision, boolean grouped) {
    double[][] matrix = {{2, 0.5, -0.2}, {0.5, 1, 0.3}, {-0.2, 0.3, 1.5}};
    return m -> {
      Expr mu = m.sample("mu", normal(0, 3), grouped ? GROUPS : 1, 3);
      Expr means = grouped ? mu.gather(groups(n / 3)) : mu.reshape(3);
      Expr known = m.data("matrix", matrix);
      m.observe(
          "y",
          precision
              ? Distributions.multiNormalPrecision(means, known)
              : Distributions.multiNormal(means, known),
          triples(m, y, n));
    };
  }

  private Expr triples(ModelContext m, double[] numbers, int n) {
    return m.data("y", first(numbers, n), Shape.of(n / 3, 3));
  }

  private static Expr simplexes(ModelContext m, boolean grouped) {
    Expr ones = Expr.of(new double[] {1, 1, 1}, Shape.of(3));
    Distribution prior = Distributions.dirichlet(ones);
    return m.sample("theta", grouped ? prior.expand(Shape.of(GROUPS)) : prior);
  }

  private Model categorical(int n, boolean grouped) {
    return m -> {
      Expr theta = simplexes(m, grouped);
      Expr each = grouped ? theta.gather(groups(n)) : theta;
      m.observe("y", Distributions.categorical(each), first(classes, n));
    };
  }

  private Model categoricalLogit(int n, boolean grouped) {
    return m -> {
      Expr beta = m.sample("beta", normal(0, 1), grouped ? GROUPS : 1, 3);
      Expr each = grouped ? beta.gather(groups(n)) : beta.reshape(3);
      m.observe("y", Distributions.categoricalLogit(each), first(classes, n));
    };
  }

  private Model multinomial(int n, boolean grouped) {
    return m -> {
      Expr theta = simplexes(m, grouped);
      Expr each = grouped ? theta.gather(groups(n / 3)) : theta;
      Expr seen = triples(m, counts, n);
      Expr powers = seen.times(Functions.log(each));
      Expr sums = seen.product(Expr.vector(1, 1, 1));
      Expr constant =
          Functions.logGamma(sums.plus(1)).sum().minus(Functions.logGamma(seen.plus(1)).sum());
      m.factor("target", powers.sum().plus(constant));
    };
  }

  private Model dirichlet(int n, boolean grouped) {
    double[] all = positive.clone();
    for (int i = 0; i < all.length; i += 3) {
      double sum = all[i] + all[i + 1] + all[i + 2];
      for (int j = 0; j < 3; j++) {
        all[i + j] /= sum;
      }
    }
    return m -> {
      Expr alpha = m.sample("alpha", exponential(1), grouped ? GROUPS : 1, 3);
      Expr each = grouped ? alpha.gather(groups(n / 3)) : alpha.reshape(3);
      m.observe("y", Distributions.dirichlet(each), triples(m, all, n));
    };
  }

  private void regressions() {
    add("normal regression", n -> regression(n, false, false));
    add("normal regression, intercepts by group", n -> regression(n, true, false));
    add("normal regression, scales by group", n -> regression(n, true, true));
    add("logistic regression of repeated rows", n -> repeatedRows(n, false));
    add("logistic regression of repeated rows, by group", n -> repeatedRows(n, true));
  }

  private Expr predicted(ModelContext m, double[] matrix, int n) {
    Expr b = m.sample("b", normal(0, 1), 3);
    return m.data("x", first(matrix, 3 * n), Shape.of(n, 3)).product(b);
  }

  private Model regression(int n, boolean grouped, boolean scales) {
    double[] matrix = ModelCases.numbers(12, 3 * MOST);
    return m -> {
      Expr a = m.sample("a", normal(0, 3), grouped ? GROUPS : 1);
      Expr intercept = grouped ? a.gather(groups(n)) : a.get(0);
      Expr s = m.sample("s", halfNormal(1), scales ? GROUPS : 1);
      Expr scale = scales ? s.gather(groups(n)) : s.get(0);
      m.observe("y", normal(intercept.plus(predicted(m, matrix, n)), scale), first(y, n));
    };
  }

  private Model repeatedRows(int n, boolean grouped) {
    double[] few =
        Arrays.stream(ModelCases.numbers(12, 3 * MOST)).map(v -> v > 0 ? 1 : 0).toArray();
    return m -> {
      Expr a = m.sample("a", normal(0, 3), grouped ? GROUPS : 1);
      Expr intercept = grouped ? a.gather(groups(n)) : a.get(0);
      Expr mean = intercept.plus(predicted(m, few, n));
      m.observe("y", Distributions.bernoulliLogit(mean), first(zeroOne, n));
    };
  }

  private void add(String name, Rows model) {
    cases.add(new FamilyCase(name, model));
  }

  /** Plain, by group, and by group in a loop. */
  private void family(String name, double[] data, Family family) {
    add(name, n -> m -> m.observe("y", family.of(shape(m), rate(m)), first(data, n)));
    add(
        name + ", by group",
        n ->
            m -> {
              Expr a = m.sample("a", exponential(1), GROUPS).gather(groups(n));
              Expr b = m.sample("b", exponential(1), GROUPS).gather(groups(n));
              m.observe("y", family.of(a, b), first(data, n));
            });
    add(name + ", in a loop", n -> loop(n, data, family));
  }

  private Model loop(int n, double[] data, Family family) {
    double[] all = first(data, n);
    int[] group = groups(n);
    return m -> {
      Expr a = m.sample("a", exponential(1), GROUPS);
      Expr b = m.sample("b", exponential(1), GROUPS);
      for (int i = 0; i < n; i++) {
        m.observe("y" + i, family.of(a.get(group[i]), b.get(group[i])), all[i]);
      }
    };
  }

  private void factor(String name, Term term) {
    add(name, n -> m -> m.factor("t", term.of(shape(m), rate(m), m.data("y", first(counts, n)))));
    add(
        name + ", by group",
        n ->
            m -> {
              Expr a = m.sample("a", exponential(1), GROUPS).gather(groups(n));
              Expr b = m.sample("b", exponential(1), GROUPS).gather(groups(n));
              m.factor("t", term.of(a, b, m.data("y", first(counts, n))));
            });
  }

  private Model exposed(int n, boolean grouped, Function<Expr, Distribution> family) {
    return m -> {
      Expr a = m.sample("a", exponential(1), grouped ? GROUPS : 1);
      Expr rate = grouped ? a.gather(groups(n)) : a.get(0);
      Expr exposure = m.data("exposure", first(positive, n));
      m.observe("y", family.apply(rate.times(exposure)), first(counts, n));
    };
  }

  private Model logExposed(int n, boolean grouped) {
    return m -> {
      Expr a = m.sample("a", normal(0, 1), grouped ? GROUPS : 1);
      Expr rate = grouped ? a.gather(groups(n)) : a.get(0);
      Expr exposure = m.data("exposure", first(x, n));
      m.observe("y", Distributions.poissonLog(rate.plus(exposure)), first(counts, n));
    };
  }

  private static Expr shape(ModelContext m) {
    return m.sample("a", exponential(1));
  }

  private static Expr rate(ModelContext m) {
    return m.sample("b", exponential(1));
  }

  private static int[] groups(int n) {
    return IntStream.range(0, n).map(i -> i * 7 % GROUPS).toArray();
  }

  private static double[] first(double[] data, int n) {
    return Arrays.copyOf(data, n);
  }

  private double[] of(DoubleUnaryOperator function) {
    return Arrays.stream(x).map(function).toArray();
  }

  static double[] position(Random random, int dimension) {
    return random.doubles(dimension, -1.5, 1.5).toArray();
  }
}
