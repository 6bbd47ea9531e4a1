package planish.distributions;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.distributions.family.BernoulliFamily;
import planish.distributions.family.BernoulliLogitFamily;
import planish.distributions.family.BetaFamily;
import planish.distributions.family.BinomialFamily;
import planish.distributions.family.BinomialLogitFamily;
import planish.distributions.family.Categorical;
import planish.distributions.family.CauchyFamily;
import planish.distributions.family.ChiSquareFamily;
import planish.distributions.family.Dirichlet;
import planish.distributions.family.ExponentialFamily;
import planish.distributions.family.Flat;
import planish.distributions.family.GammaFamily;
import planish.distributions.family.HalfCauchyFamily;
import planish.distributions.family.HalfNormalFamily;
import planish.distributions.family.HalfStudentTFamily;
import planish.distributions.family.Independent;
import planish.distributions.family.InverseGammaFamily;
import planish.distributions.family.LaplaceFamily;
import planish.distributions.family.Lkj;
import planish.distributions.family.LogisticFamily;
import planish.distributions.family.LognormalFamily;
import planish.distributions.family.Masked;
import planish.distributions.family.Mixture;
import planish.distributions.family.MixtureGeneral;
import planish.distributions.family.MultiNormal;
import planish.distributions.family.MultiNormalCholesky;
import planish.distributions.family.NegBinomial2Family;
import planish.distributions.family.NegBinomial2LogFamily;
import planish.distributions.family.NormalFamily;
import planish.distributions.family.PoissonFamily;
import planish.distributions.family.PoissonLogFamily;
import planish.distributions.family.Restricted;
import planish.distributions.family.StdNormalFamily;
import planish.distributions.family.StudentTFamily;
import planish.distributions.family.UniformFamily;
import planish.distributions.family.WeibullFamily;
import planish.transforms.Constraint;
import planish.transforms.Constraints;
import planish.transforms.Transform;

/**
 * The distributions that come with Planish, with the names and arguments of Stan's functions
 * reference. To be imported statically.
 *
 * <p>Arguments broadcast by NumPy's rules; their common shape is the batch shape. An argument out
 * of its range is a {@link planish.spi.UserException} at once where it is a constant, and a failed
 * check of the evaluation elsewhere; both name the distribution, the argument and the value. Log
 * densities hold all constants; they are NaN where an argument is.
 */
public final class Distributions {
  private Distributions() {}

  /** {@return the improper uniform density over all real numbers: its log density is 0} */
  public static Distribution flat() {
    return flat(Constraints.real());
  }

  /**
   * {@return the improper uniform density over a set: its log density is 0 there, without any
   * Jacobian of the transform that reaches it}
   */
  public static Distribution flat(Constraint support) {
    return new Flat(support);
  }

  /**
   * {@return the improper uniform density over a set of vectors or matrices}
   *
   * @param event the shape of one value, with as many axes as the set's values have
   */
  public static Distribution flat(Constraint support, Shape event) {
    return new Flat(support, Shape.scalar(), event);
  }

  /**
   * {@return the normal distribution}
   *
   * @param mu the mean
   * @param sigma the standard deviation, positive
   */
  public static Distribution normal(Expr mu, Expr sigma) {
    return new NormalFamily().create(List.of(mu, sigma));
  }

  /** {@return the normal distribution with a mean and a standard deviation} */
  public static Distribution normal(double mu, double sigma) {
    return normal(Expr.of(mu), Expr.of(sigma));
  }

  /** {@return the normal distribution with a mean and a standard deviation} */
  public static Distribution normal(Expr mu, double sigma) {
    return normal(mu, Expr.of(sigma));
  }

  /** {@return the normal distribution with a mean and a standard deviation} */
  public static Distribution normal(double mu, Expr sigma) {
    return normal(Expr.of(mu), sigma);
  }

  /**
   * {@return the absolute value of a normal variable with mean 0}
   *
   * @param sigma the standard deviation of that variable, positive
   */
  public static Distribution halfNormal(Expr sigma) {
    return new HalfNormalFamily().create(List.of(sigma));
  }

  /** {@return the absolute value of a normal variable with mean 0} */
  public static Distribution halfNormal(double sigma) {
    return halfNormal(Expr.of(sigma));
  }

  /**
   * {@return the Cauchy distribution}
   *
   * @param mu the median
   * @param sigma the scale, positive: half of the interquartile range
   */
  public static Distribution cauchy(Expr mu, Expr sigma) {
    return new CauchyFamily().create(List.of(mu, sigma));
  }

  /** {@return the Cauchy distribution with a median and a scale} */
  public static Distribution cauchy(double mu, double sigma) {
    return cauchy(Expr.of(mu), Expr.of(sigma));
  }

  /** {@return the Cauchy distribution with a median and a scale} */
  public static Distribution cauchy(Expr mu, double sigma) {
    return cauchy(mu, Expr.of(sigma));
  }

  /** {@return the Cauchy distribution with a median and a scale} */
  public static Distribution cauchy(double mu, Expr sigma) {
    return cauchy(Expr.of(mu), sigma);
  }

  /**
   * {@return the absolute value of a Cauchy variable with median 0}
   *
   * @param sigma the scale, positive: the median of the absolute value
   */
  public static Distribution halfCauchy(Expr sigma) {
    return new HalfCauchyFamily().create(List.of(sigma));
  }

  /** {@return the absolute value of a Cauchy variable with median 0} */
  public static Distribution halfCauchy(double sigma) {
    return halfCauchy(Expr.of(sigma));
  }

  /**
   * {@return the distribution of a positive number whose logarithm is normal}
   *
   * @param mu the mean of the logarithm
   * @param sigma the standard deviation of the logarithm, positive
   */
  public static Distribution lognormal(Expr mu, Expr sigma) {
    return new LognormalFamily().create(List.of(mu, sigma));
  }

  /** {@return the distribution of a positive number whose logarithm is normal} */
  public static Distribution lognormal(double mu, double sigma) {
    return lognormal(Expr.of(mu), Expr.of(sigma));
  }

  /** {@return the distribution of a positive number whose logarithm is normal} */
  public static Distribution lognormal(Expr mu, double sigma) {
    return lognormal(mu, Expr.of(sigma));
  }

  /** {@return the distribution of a positive number whose logarithm is normal} */
  public static Distribution lognormal(double mu, Expr sigma) {
    return lognormal(Expr.of(mu), sigma);
  }

  /**
   * {@return the exponential distribution}
   *
   * @param beta the rate, positive: one over the mean
   */
  public static Distribution exponential(Expr beta) {
    return new ExponentialFamily().create(List.of(beta));
  }

  /** {@return the exponential distribution with a rate} */
  public static Distribution exponential(double beta) {
    return exponential(Expr.of(beta));
  }

  /**
   * {@return the distribution of 0 and 1}
   *
   * @param theta the probability of 1, from 0 to 1
   */
  public static Distribution bernoulli(Expr theta) {
    return new BernoulliFamily().create(List.of(theta));
  }

  /** {@return the distribution of 0 and 1, given the probability of a 1} */
  public static Distribution bernoulli(double theta) {
    return bernoulli(Expr.of(theta));
  }

  /**
   * {@return the distribution of 0 and 1}
   *
   * @param alpha the logit of the probability of 1; any number
   */
  public static Distribution bernoulliLogit(Expr alpha) {
    return new BernoulliLogitFamily().create(List.of(alpha));
  }

  /** {@return the distribution of 0 and 1 with a logit} */
  public static Distribution bernoulliLogit(double alpha) {
    return bernoulliLogit(Expr.of(alpha));
  }

  /**
   * {@return the multivariate normal distribution of vectors}
   *
   * @param mu the mean, {@code [n]}, or a batch of means {@code [..., n]}
   * @param choleskyFactor L of shape {@code [n, n]}, lower triangular with a positive diagonal; L
   *     Lᵀ is the covariance; what stands above the diagonal is not read
   * @throws planish.spi.UserException if the shapes do not fit
   */
  public static Distribution multiNormalCholesky(Expr mu, Expr choleskyFactor) {
    return new MultiNormalCholesky(mu, choleskyFactor);
  }

  /** {@return the normal distribution with mean 0 and standard deviation 1} */
  public static Distribution stdNormal() {
    return new StdNormalFamily().create(List.of());
  }

  /**
   * {@return Student’s t distribution}
   *
   * @param nu the degrees of freedom, positive
   * @param mu the location
   * @param sigma the scale, positive: not the standard deviation
   */
  public static Distribution studentT(Expr nu, Expr mu, Expr sigma) {
    return new StudentTFamily().create(List.of(nu, mu, sigma));
  }

  /** {@return Student’s t distribution} */
  public static Distribution studentT(double nu, double mu, double sigma) {
    return studentT(Expr.of(nu), Expr.of(mu), Expr.of(sigma));
  }

  /** {@return Student’s t distribution} */
  public static Distribution studentT(double nu, Expr mu, Expr sigma) {
    return studentT(Expr.of(nu), mu, sigma);
  }

  /** {@return Student’s t distribution} */
  public static Distribution studentT(double nu, double mu, Expr sigma) {
    return studentT(Expr.of(nu), Expr.of(mu), sigma);
  }

  /** {@return Student’s t distribution} */
  public static Distribution studentT(double nu, Expr mu, double sigma) {
    return studentT(Expr.of(nu), mu, Expr.of(sigma));
  }

  /**
   * {@return the absolute value of a Student t variable with location 0}
   *
   * @param nu the degrees of freedom, positive
   * @param sigma the scale of that variable, positive
   */
  public static Distribution halfStudentT(Expr nu, Expr sigma) {
    return new HalfStudentTFamily().create(List.of(nu, sigma));
  }

  /** {@return the absolute value of a Student t variable with location 0} */
  public static Distribution halfStudentT(Expr nu, double sigma) {
    return halfStudentT(nu, Expr.of(sigma));
  }

  /** {@return the absolute value of a Student t variable with location 0} */
  public static Distribution halfStudentT(double nu, Expr sigma) {
    return halfStudentT(Expr.of(nu), sigma);
  }

  /** {@return the absolute value of a Student t variable with location 0} */
  public static Distribution halfStudentT(double nu, double sigma) {
    return halfStudentT(Expr.of(nu), Expr.of(sigma));
  }

  /**
   * {@return the Laplace distribution, Stan’s double exponential}
   *
   * @param mu the mean
   * @param sigma the scale, positive
   */
  public static Distribution laplace(Expr mu, Expr sigma) {
    return new LaplaceFamily().create(List.of(mu, sigma));
  }

  /** {@return the Laplace distribution, Stan’s double exponential} */
  public static Distribution laplace(Expr mu, double sigma) {
    return laplace(mu, Expr.of(sigma));
  }

  /** {@return the Laplace distribution, Stan’s double exponential} */
  public static Distribution laplace(double mu, Expr sigma) {
    return laplace(Expr.of(mu), sigma);
  }

  /** {@return the Laplace distribution, Stan’s double exponential} */
  public static Distribution laplace(double mu, double sigma) {
    return laplace(Expr.of(mu), Expr.of(sigma));
  }

  /**
   * {@return the logistic distribution}
   *
   * @param mu the mean
   * @param sigma the scale, positive
   */
  public static Distribution logistic(Expr mu, Expr sigma) {
    return new LogisticFamily().create(List.of(mu, sigma));
  }

  /** {@return the logistic distribution} */
  public static Distribution logistic(Expr mu, double sigma) {
    return logistic(mu, Expr.of(sigma));
  }

  /** {@return the logistic distribution} */
  public static Distribution logistic(double mu, Expr sigma) {
    return logistic(Expr.of(mu), sigma);
  }

  /** {@return the logistic distribution} */
  public static Distribution logistic(double mu, double sigma) {
    return logistic(Expr.of(mu), Expr.of(sigma));
  }

  /**
   * {@return the uniform distribution between two bounds}
   *
   * @param alpha the lower bound
   * @param beta the upper bound, above the lower one
   */
  public static Distribution uniform(Expr alpha, Expr beta) {
    return new UniformFamily().create(List.of(alpha, beta));
  }

  /** {@return the uniform distribution between two bounds} */
  public static Distribution uniform(Expr alpha, double beta) {
    return uniform(alpha, Expr.of(beta));
  }

  /** {@return the uniform distribution between two bounds} */
  public static Distribution uniform(double alpha, Expr beta) {
    return uniform(Expr.of(alpha), beta);
  }

  /** {@return the uniform distribution between two bounds} */
  public static Distribution uniform(double alpha, double beta) {
    return uniform(Expr.of(alpha), Expr.of(beta));
  }

  /**
   * {@return the gamma distribution}
   *
   * @param alpha the shape, positive
   * @param beta the rate, positive; the mean is alpha / beta
   */
  public static Distribution gamma(Expr alpha, Expr beta) {
    return new GammaFamily().create(List.of(alpha, beta));
  }

  /** {@return the gamma distribution} */
  public static Distribution gamma(Expr alpha, double beta) {
    return gamma(alpha, Expr.of(beta));
  }

  /** {@return the gamma distribution} */
  public static Distribution gamma(double alpha, Expr beta) {
    return gamma(Expr.of(alpha), beta);
  }

  /** {@return the gamma distribution} */
  public static Distribution gamma(double alpha, double beta) {
    return gamma(Expr.of(alpha), Expr.of(beta));
  }

  /**
   * {@return the distribution of one over a gamma variable}
   *
   * @param alpha the shape, positive
   * @param beta the scale, positive; the mean is beta / (alpha − 1)
   */
  public static Distribution inverseGamma(Expr alpha, Expr beta) {
    return new InverseGammaFamily().create(List.of(alpha, beta));
  }

  /** {@return the distribution of one over a gamma variable} */
  public static Distribution inverseGamma(Expr alpha, double beta) {
    return inverseGamma(alpha, Expr.of(beta));
  }

  /** {@return the distribution of one over a gamma variable} */
  public static Distribution inverseGamma(double alpha, Expr beta) {
    return inverseGamma(Expr.of(alpha), beta);
  }

  /** {@return the distribution of one over a gamma variable} */
  public static Distribution inverseGamma(double alpha, double beta) {
    return inverseGamma(Expr.of(alpha), Expr.of(beta));
  }

  /**
   * {@return the chi-square distribution}
   *
   * @param nu the degrees of freedom, positive
   */
  public static Distribution chiSquare(Expr nu) {
    return new ChiSquareFamily().create(List.of(nu));
  }

  /** {@return the chi-square distribution} */
  public static Distribution chiSquare(double nu) {
    return chiSquare(Expr.of(nu));
  }

  /**
   * {@return the Weibull distribution}
   *
   * @param alpha the shape, positive
   * @param sigma the scale, positive
   */
  public static Distribution weibull(Expr alpha, Expr sigma) {
    return new WeibullFamily().create(List.of(alpha, sigma));
  }

  /** {@return the Weibull distribution} */
  public static Distribution weibull(Expr alpha, double sigma) {
    return weibull(alpha, Expr.of(sigma));
  }

  /** {@return the Weibull distribution} */
  public static Distribution weibull(double alpha, Expr sigma) {
    return weibull(Expr.of(alpha), sigma);
  }

  /** {@return the Weibull distribution} */
  public static Distribution weibull(double alpha, double sigma) {
    return weibull(Expr.of(alpha), Expr.of(sigma));
  }

  /**
   * {@return the beta distribution on numbers between 0 and 1}
   *
   * @param alpha positive; with beta = 1 the density is alpha x^(alpha − 1)
   * @param beta positive
   */
  public static Distribution beta(Expr alpha, Expr beta) {
    return new BetaFamily().create(List.of(alpha, beta));
  }

  /** {@return the beta distribution on numbers between 0 and 1} */
  public static Distribution beta(Expr alpha, double beta) {
    return beta(alpha, Expr.of(beta));
  }

  /** {@return the beta distribution on numbers between 0 and 1} */
  public static Distribution beta(double alpha, Expr beta) {
    return beta(Expr.of(alpha), beta);
  }

  /** {@return the beta distribution on numbers between 0 and 1} */
  public static Distribution beta(double alpha, double beta) {
    return beta(Expr.of(alpha), Expr.of(beta));
  }

  /**
   * {@return the number of successes in independent trials}
   *
   * @param trials how many trials, a whole number
   * @param theta the probability of a success, from 0 to 1
   */
  public static Distribution binomial(Expr trials, Expr theta) {
    return new BinomialFamily().create(List.of(trials, theta));
  }

  /** {@return the number of successes in independent trials} */
  public static Distribution binomial(Expr trials, double theta) {
    return binomial(trials, Expr.of(theta));
  }

  /** {@return the number of successes in independent trials} */
  public static Distribution binomial(double trials, Expr theta) {
    return binomial(Expr.of(trials), theta);
  }

  /** {@return the number of successes in independent trials} */
  public static Distribution binomial(double trials, double theta) {
    return binomial(Expr.of(trials), Expr.of(theta));
  }

  /**
   * {@return the number of successes in independent trials}
   *
   * @param trials how many trials, a whole number
   * @param alpha the logit of the probability of a success
   */
  public static Distribution binomialLogit(Expr trials, Expr alpha) {
    return new BinomialLogitFamily().create(List.of(trials, alpha));
  }

  /** {@return the number of successes in independent trials} */
  public static Distribution binomialLogit(Expr trials, double alpha) {
    return binomialLogit(trials, Expr.of(alpha));
  }

  /** {@return the number of successes in independent trials} */
  public static Distribution binomialLogit(double trials, Expr alpha) {
    return binomialLogit(Expr.of(trials), alpha);
  }

  /** {@return the number of successes in independent trials} */
  public static Distribution binomialLogit(double trials, double alpha) {
    return binomialLogit(Expr.of(trials), Expr.of(alpha));
  }

  /**
   * {@return the Poisson distribution of counts}
   *
   * @param lambda the mean, positive
   */
  public static Distribution poisson(Expr lambda) {
    return new PoissonFamily().create(List.of(lambda));
  }

  /** {@return the Poisson distribution of counts} */
  public static Distribution poisson(double lambda) {
    return poisson(Expr.of(lambda));
  }

  /**
   * {@return the Poisson distribution of counts}
   *
   * @param alpha the logarithm of the mean
   */
  public static Distribution poissonLog(Expr alpha) {
    return new PoissonLogFamily().create(List.of(alpha));
  }

  /** {@return the Poisson distribution of counts} */
  public static Distribution poissonLog(double alpha) {
    return poissonLog(Expr.of(alpha));
  }

  /**
   * {@return the negative binomial distribution of counts by its mean}
   *
   * @param mu the mean, positive
   * @param phi the dispersion, positive; the variance is mu + mu² / phi
   */
  public static Distribution negBinomial2(Expr mu, Expr phi) {
    return new NegBinomial2Family().create(List.of(mu, phi));
  }

  /** {@return the negative binomial distribution of counts by its mean} */
  public static Distribution negBinomial2(Expr mu, double phi) {
    return negBinomial2(mu, Expr.of(phi));
  }

  /** {@return the negative binomial distribution of counts by its mean} */
  public static Distribution negBinomial2(double mu, Expr phi) {
    return negBinomial2(Expr.of(mu), phi);
  }

  /** {@return the negative binomial distribution of counts by its mean} */
  public static Distribution negBinomial2(double mu, double phi) {
    return negBinomial2(Expr.of(mu), Expr.of(phi));
  }

  /**
   * {@return the negative binomial distribution of counts by the logarithm of its mean}
   *
   * @param eta the logarithm of the mean
   * @param phi the dispersion, positive
   */
  public static Distribution negBinomial2Log(Expr eta, Expr phi) {
    return new NegBinomial2LogFamily().create(List.of(eta, phi));
  }

  /** {@return the negative binomial distribution of counts by the logarithm of its mean} */
  public static Distribution negBinomial2Log(Expr eta, double phi) {
    return negBinomial2Log(eta, Expr.of(phi));
  }

  /** {@return the negative binomial distribution of counts by the logarithm of its mean} */
  public static Distribution negBinomial2Log(double eta, Expr phi) {
    return negBinomial2Log(Expr.of(eta), phi);
  }

  /** {@return the negative binomial distribution of counts by the logarithm of its mean} */
  public static Distribution negBinomial2Log(double eta, double phi) {
    return negBinomial2Log(Expr.of(eta), Expr.of(phi));
  }

  /**
   * {@return the distribution of a transform's values (NumPyro's {@code TransformedDistribution})}
   *
   * @param base the distribution of what the transform is given
   * @param transform a bijection
   */
  public static TransformedDistribution transformed(Distribution base, Transform transform) {
    return new TransformedDistribution(base, transform);
  }

  /**
   * {@return a distribution whose last batch axes count as axes of one value (NumPyro's {@code
   * Independent}): its log densities are summed over them}
   *
   * @param base the distribution of the parts
   * @param axes how many batch axes are taken
   * @throws planish.spi.UserException if the base has fewer
   */
  public static Distribution independent(Distribution base, int axes) {
    return new Independent(base, axes);
  }

  /**
   * {@return a distribution that counts only where a mask holds (NumPyro's {@code mask}): elsewhere
   * its log density is 0}
   *
   * @param base the distribution
   * @param mask neither 0 nor NaN where it counts; broadcasts with the batch
   * @throws planish.spi.UserException if the shapes do not fit
   */
  public static Distribution masked(Distribution base, Expr mask) {
    return Masked.of(base, mask);
  }

  /**
   * {@return a distribution restricted to a set without being normalised again}
   *
   * <p>As Stan has it for a parameter declared with a constraint: {@code ordered[K] mu} with {@code
   * mu ~ normal(0, 1)} is {@code restricted(normal(0, 1).expand(Shape.of(K)), ordered)}. The set
   * replaces the support; where its values have more axes than the base's, the last batch axes are
   * taken for them.
   *
   * @param base the distribution
   * @param support the set, within the base's own support
   * @throws planish.spi.UserException if the base has too few axes
   */
  public static Distribution restricted(Distribution base, Constraint support) {
    return Restricted.of(base, support);
  }

  /**
   * {@return the distribution of a category's number from 0}
   *
   * @param theta the probabilities, {@code [..., K]}; they sum to 1
   * @apiNote Stan counts categories from 1, NumPyro and Planish from 0
   */
  public static Distribution categorical(Expr theta) {
    return Categorical.ofProbabilities(theta);
  }

  /**
   * {@return the distribution of a category's number from 0}
   *
   * @param beta logarithms of the probabilities, up to a constant, {@code [..., K]}
   * @apiNote Stan counts categories from 1, NumPyro and Planish from 0
   */
  public static Distribution categoricalLogit(Expr beta) {
    return Categorical.ofLogits(beta);
  }

  /**
   * {@return the multivariate normal distribution of vectors}
   *
   * <p>A matrix that is not positive definite is told, with the row of the pivot, where densities
   * or draws are made: a constant at once, others at each evaluation.
   *
   * @param mu the mean, {@code [n]}, or a batch of means {@code [..., n]}
   * @param covariance {@code [n, n]}, symmetric and positive definite; its symmetric part is taken
   * @throws planish.spi.UserException if the shapes do not fit
   */
  public static Distribution multiNormal(Expr mu, Expr covariance) {
    return MultiNormal.of(mu, covariance, false);
  }

  /**
   * {@return the multivariate normal distribution of vectors}
   *
   * @param mu the mean, {@code [n]}, or a batch of means {@code [..., n]}
   * @param precision {@code [n, n]}, the inverse of the covariance, looked at as in {@link
   *     #multiNormal}
   * @throws planish.spi.UserException if the shapes do not fit
   */
  public static Distribution multiNormalPrecision(Expr mu, Expr precision) {
    return MultiNormal.of(mu, precision, true);
  }

  /**
   * {@return the Dirichlet distribution of vectors of probabilities}
   *
   * @param alpha the concentrations, {@code [..., K]}, positive; 1 for all is uniform
   */
  public static Distribution dirichlet(Expr alpha) {
    return Dirichlet.of(alpha);
  }

  /**
   * {@return the distribution of correlation matrices with density proportional to det(R)^(eta −
   * 1)}
   *
   * @param dimension the number of rows
   * @param eta the concentration, positive; 1 is uniform
   */
  public static Distribution lkjCorr(int dimension, Expr eta) {
    return Lkj.of(dimension, eta, false);
  }

  /** {@return the distribution of correlation matrices with a concentration} */
  public static Distribution lkjCorr(int dimension, double eta) {
    return lkjCorr(dimension, Expr.of(eta));
  }

  /**
   * {@return the distribution of Cholesky factors of correlation matrices that are {@link
   * #lkjCorr}}
   *
   * @param dimension the number of rows
   * @param eta the concentration, positive; 1 is uniform over correlation matrices
   */
  public static Distribution lkjCorrCholesky(int dimension, Expr eta) {
    return Lkj.of(dimension, eta, true);
  }

  /** {@return the distribution of Cholesky factors of correlation matrices} */
  public static Distribution lkjCorrCholesky(int dimension, double eta) {
    return lkjCorrCholesky(dimension, Expr.of(eta));
  }

  /**
   * {@return a finite mixture, the component summed out (NumPyro's {@code MixtureSameFamily})}
   *
   * @param weights the components' probabilities, {@code [..., K]}; they sum to 1
   * @param components their last batch axis runs over the K components
   * @throws planish.spi.UserException if the shapes do not fit
   */
  public static Distribution mixture(Expr weights, Distribution components) {
    return Mixture.of(weights, components);
  }

  /**
   * {@return a finite mixture of components of different families, the component summed out
   * (NumPyro's {@code MixtureGeneral})}
   *
   * @param weights the components' probabilities, {@code [..., K]}; they sum to 1
   * @param components K distributions with one support and one event shape; their batch shapes
   *     broadcast
   * @throws planish.spi.UserException if the shapes do not fit or the supports differ
   */
  public static Distribution mixtureGeneral(Expr weights, Distribution... components) {
    return MixtureGeneral.of(weights, List.of(components));
  }

  /**
   * {@return a finite mixture of components of different families over a set, such as positive and
   * real numbers over real ones}
   *
   * @param weights the components' probabilities, {@code [..., K]}; they sum to 1
   * @param support a set that holds the components' supports
   * @param components K distributions with one event shape; their batch shapes broadcast
   * @throws planish.spi.UserException if the shapes do not fit
   */
  public static Distribution mixtureGeneral(
      Expr weights, Constraint support, Distribution... components) {
    return MixtureGeneral.of(weights, support, List.of(components));
  }
}
