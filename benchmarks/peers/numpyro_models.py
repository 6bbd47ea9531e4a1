"""The models of planish.benchmarks in NumPyro, in float64; each a function of its data."""
import jax
import jax.numpy as jnp
import numpyro
import numpyro.distributions as dist

numpyro.enable_x64()
numpyro.set_platform("cpu")


def schools_centred(given):
    mu = numpyro.sample("mu", dist.Normal(0, 5))
    tau = numpyro.sample("tau", dist.HalfCauchy(5))
    theta = numpyro.sample("theta", dist.Normal(mu, tau).expand([8]).to_event(1))
    numpyro.sample("y", dist.Normal(theta, given["sigma"]), obs=given["y"])


def schools_noncentred(given):
    mu = numpyro.sample("mu", dist.Normal(0, 5))
    tau = numpyro.sample("tau", dist.HalfCauchy(5))
    effect = numpyro.sample("effect", dist.Normal(0, 1).expand([8]).to_event(1))
    numpyro.sample("y", dist.Normal(mu + tau * effect, given["sigma"]), obs=given["y"])


def logistic(given):
    x = given["x"].reshape(1000, 25)
    alpha = numpyro.sample("alpha", dist.Normal(0, 2.5))
    beta = numpyro.sample("beta", dist.Normal(0, 1).expand([25]).to_event(1))
    numpyro.sample("y", dist.Bernoulli(logits=alpha + x @ beta), obs=given["y"])


def linear(given):
    x = given["x"].reshape(1000, 25)
    alpha = numpyro.sample("alpha", dist.Normal(0, 10))
    beta = numpyro.sample("beta", dist.Normal(0, 10).expand([25]).to_event(1))
    sigma = numpyro.sample("sigma", dist.HalfNormal(5))
    numpyro.sample("y", dist.Normal(alpha + x @ beta, sigma), obs=given["y"])


def intercepts(given):
    mu = numpyro.sample("mu", dist.Normal(0, 10))
    tau = numpyro.sample("tau", dist.HalfNormal(1))
    z = numpyro.sample("z", dist.Normal(0, 1).expand([85]).to_event(1))
    beta = numpyro.sample("beta", dist.Normal(0, 10))
    sigma = numpyro.sample("sigma", dist.HalfNormal(1))
    mean = (mu + tau * z)[given["group"].astype(int)] + beta * given["floor"]
    numpyro.sample("y", dist.Normal(mean, sigma), obs=given["y"])


def horseshoe(given):
    x = given["x"].reshape(100, 500)
    lambdas = numpyro.sample("lambdas", dist.HalfCauchy(1).expand([500]).to_event(1))
    tau = numpyro.sample("tau", dist.HalfCauchy(1))
    unscaled = numpyro.sample("unscaled_betas", dist.Normal(0, 1).expand([500]).to_event(1))
    numpyro.sample("y", dist.Normal(x @ (tau * lambdas * unscaled), 0.05), obs=given["y"])


def normal_covariance(given):
    numpyro.sample("x", dist.MultivariateNormal(jnp.zeros(200), given["covariance"].reshape(200, 200)))


def normal_factor(given):
    factor = given["factor"].reshape(200, 200)
    numpyro.sample("x", dist.MultivariateNormal(jnp.zeros(200), scale_tril=factor))


def normal_precision(given):
    precision = given["precision"].reshape(200, 200)
    numpyro.sample("x", dist.MultivariateNormal(jnp.zeros(200), precision_matrix=precision))


def lognormal(given):
    mu = numpyro.sample("mu", dist.Normal(0, 10))
    sigma = numpyro.sample("sigma", dist.HalfNormal(5))
    numpyro.sample("y", dist.LogNormal(mu, sigma), obs=given["y"])


def count_process(given):
    x = given["x"]
    rho = numpyro.sample("rho", dist.Gamma(25, 4))
    alpha = numpyro.sample("alpha", dist.HalfNormal(2))
    standard = numpyro.sample("f_tilde", dist.Normal(0, 1).expand([x.size]).to_event(1))
    apart = (x[:, None] - x) / rho
    covariance = alpha**2 * jnp.exp(-0.5 * apart**2) + 1e-10 * jnp.eye(x.size)
    rate = jnp.exp(jnp.linalg.cholesky(covariance) @ standard)
    numpyro.sample("k", dist.Poisson(rate), obs=given["k"])


def arma(given):
    mu = numpyro.sample("mu", dist.Normal(0, 10))
    phi = numpyro.sample("phi", dist.Normal(0, 2))
    theta = numpyro.sample("theta", dist.Normal(0, 2))
    sigma = numpyro.sample("sigma", dist.HalfCauchy(2.5))
    y = given["y"]

    def step(error, pair):
        error = pair[1] - (mu + phi * pair[0] + theta * error)
        return error, error

    first = y[0] - (mu + phi * mu)
    _, rest = jax.lax.scan(step, first, (y[:-1], y[1:]))
    numpyro.sample("error", dist.Normal(0, sigma), obs=jnp.concatenate([first[None], rest]))


def garch(given):
    mu = numpyro.sample("mu", dist.ImproperUniform(dist.constraints.real, (), ()))
    alpha0 = numpyro.sample("alpha0", dist.ImproperUniform(dist.constraints.positive, (), ()))
    alpha1 = numpyro.sample("alpha1", dist.Uniform(0, 1))
    beta1 = numpyro.sample("beta1", dist.Uniform(0, 1 - alpha1))
    numpyro.factor("width", jnp.log1p(-alpha1))
    y = given["y"]

    def step(variance, before):
        variance = alpha0 + alpha1 * (before - mu) ** 2 + beta1 * variance
        return variance, variance

    first = jnp.array(0.25)
    _, rest = jax.lax.scan(step, first, y[:-1])
    variances = jnp.concatenate([first[None], rest])
    numpyro.sample("y", dist.Normal(mu, jnp.sqrt(variances)), obs=y)


MODELS = {
    "schools-centred": schools_centred,
    "schools-noncentred": schools_noncentred,
    "logistic-vectorised": logistic,
    "linear-vectorised": linear,
    "intercepts-vectorised": intercepts,
    "horseshoe": horseshoe,
    "normal-covariance": normal_covariance,
    "normal-factor": normal_factor,
    "normal-precision": normal_precision,
    "lognormal-vectorised": lognormal,
    "gp-pois-regr": count_process,
    "arma": arma,
    "garch": garch,
}


def arrays(given):
    """The data as JAX's arrays."""
    return {key: jnp.array(values) for key, values in given.items()}
