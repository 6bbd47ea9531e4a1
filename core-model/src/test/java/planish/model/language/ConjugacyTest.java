package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.distributions.Distributions.bernoulli;
import static planish.distributions.Distributions.beta;
import static planish.distributions.Distributions.binomial;
import static planish.distributions.Distributions.categorical;
import static planish.distributions.Distributions.dirichlet;
import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.gamma;
import static planish.distributions.Distributions.inverseGamma;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.poisson;

import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.model.Conjugacy;
import planish.model.Model;
import planish.model.Posteriors;

class ConjugacyTest {
  private static List<String> sentences(Model model) {
    return Posteriors.compile("model", model).conjugacies().stream()
        .map(Conjugacy::sentence)
        .toList();
  }

  @Test
  void betaAndBernoulliAndBinomial() {
    assertThat(
            sentences(m -> {
              Expr theta = m.sample("theta", beta(1, 2));
              m.observe("y", bernoulli(theta), new double[] {0, 1, 1});
              m.observe("k", binomial(Expr.of(9), theta), 4);
            }))
        .containsExactly(
            "theta ~ beta is conjugate to bernoulli y, binomial k: given the other parameters it is"
                + " beta(alpha + sum(y) + sum(k), beta + sum(1 - y) + sum(N(k) - k))");
  }

  @Test
  void gammaAndPoissonAndExponential() {
    assertThat(
            sentences(m -> {
              m.observe("y", poisson(m.sample("lambda", gamma(1, 2))), new double[] {3, 1});
              m.observe("t", exponential(m.sample("rate", gamma(1, 2))), new double[] {3, 1});
              m.observe("w", gamma(Expr.of(3), m.sample("b", gamma(1, 2))), new double[] {3, 1});
            }))
        .containsExactly(
            "lambda ~ gamma is conjugate to poisson y: given the other parameters it is"
                + " gamma(alpha + sum(y), beta + count(y))",
            "rate ~ gamma is conjugate to exponential t: given the other parameters it is"
                + " gamma(alpha + count(t), beta + sum(t))",
            "b ~ gamma is conjugate to gamma w: given the other parameters it is"
                + " gamma(alpha + sum(shape(w)), beta + sum(w))");
  }

  @Test
  void meanAndVarianceOfNormals() {
    assertThat(
            sentences(m -> {
              Expr mu = m.sample("mu", normal(0, 5));
              Expr variance = m.sample("v", inverseGamma(2, 3));
              m.observe("y", normal(mu, Functions.sqrt(variance)), new double[] {3, 1});
            }))
        .containsExactly(
            "mu ~ normal is conjugate to normal y: given the other parameters it is normal with"
                + " mean m / p and precision p, where m = mu / sigma^2 + sum(y / sd(y)^2) and p = 1"
                + " / sigma^2 + sum(1 / sd(y)^2)",
            "v ~ inverse-gamma is conjugate to normal y: given the other parameters it is"
                + " inverse-gamma(alpha + count(y) / 2, beta + sum((y - mean(y))^2) / 2)");
  }

  @Test
  void dirichletAndCategorical() {
    assertThat(
            sentences(m -> {
              Expr p = m.sample("p", dirichlet(Expr.vector(1, 1, 1)));
              m.observe("y", categorical(p), new double[] {0, 2, 2});
            }))
        .containsExactly(
            "p ~ dirichlet is conjugate to categorical y: given the other parameters it is"
                + " dirichlet(alpha + counts(y))");
  }

  @Test
  void levelsOfGroups() {
    List<Conjugacy> found =
        Posteriors.compile(
                "groups",
                m -> {
                  Expr mu = m.sample("mu", normal(0, 5));
                  Expr a = m.sample("a", normal(mu, 1).expand(planish.autodiff.Shape.of(2)));
                  m.observe("y", normal(a.gather(0, 1, 1), 2), new double[] {3, 1, 4});
                })
            .conjugacies();
    assertThat(found).extracting(Conjugacy::site).containsExactly("mu", "a");
    assertThat(found).extracting(Conjugacy::each).containsExactly(false, true);
    assertThat(found.getLast().sentence())
        .endsWith(", each element by the observations that use it");
  }

  @Test
  void whatElseDependsOnItForbidsIt() {
    assertThat(
            sentences(m -> {
              Expr theta = m.sample("theta", beta(1, 2));
              m.observe("y", bernoulli(theta), new double[] {0, 1, 1});
              m.factor("extra", Functions.log(theta));
            }))
        .isEmpty();
    assertThat(
            sentences(m -> {
              Expr mu = m.sample("mu", normal(0, 2));
              m.observe("y", normal(mu.times(2), 1), new double[] {0, 1, 1});
            }))
        .isEmpty();
    assertThat(
            sentences(m -> {
              Expr mu = m.sample("mu", normal(0, 2));
              m.observe("y", normal(mu, Functions.exp(mu)), new double[] {0, 1, 1});
            }))
        .isEmpty();
  }

  @Test
  void otherFamiliesAreNotConjugate() {
    assertThat(
            sentences(m -> {
              Expr theta = m.sample("theta", gamma(1, 2));
              m.observe("y", normal(0, theta), new double[] {0, 1, 1});
              m.sample("alone", normal(0, 1));
            }))
        .isEmpty();
  }
}
