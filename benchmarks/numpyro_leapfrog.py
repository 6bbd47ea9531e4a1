"""Times NumPyro's leapfrog step in float64 on the models of planish.benchmarks.Subject.

Run by benchmarks/run: python numpyro_leapfrog.py (full|quick)
Prints lines "SUBJECT microseconds": the median over several runs of one chain, compilation and
warm-up apart, of time by leapfrog steps; and a line of versions.
"""
import sys
import time

import jax
import jax.numpy as jnp
import numpy as np
import numpyro
import numpyro.distributions as dist
from numpyro.infer import NUTS

numpyro.enable_x64()
numpyro.set_platform("cpu")

EFFECTS = jnp.array([28.0, 8, -3, 7, -1, 1, 18, 12])
ERRORS = jnp.array([15.0, 10, 16, 11, 9, 11, 10, 18])


def schools_centred():
    mu = numpyro.sample("mu", dist.Normal(0, 5))
    tau = numpyro.sample("tau", dist.HalfCauchy(5))
    theta = numpyro.sample("theta", dist.Normal(mu, tau).expand([8]).to_event(1))
    numpyro.sample("y", dist.Normal(theta, ERRORS), obs=EFFECTS)


def schools_noncentred():
    mu = numpyro.sample("mu", dist.Normal(0, 5))
    tau = numpyro.sample("tau", dist.HalfCauchy(5))
    effect = numpyro.sample("effect", dist.Normal(0, 1).expand([8]).to_event(1))
    theta = numpyro.deterministic("theta", mu + tau * effect)
    numpyro.sample("y", dist.Normal(theta, ERRORS), obs=EFFECTS)


RANDOM = np.random.RandomState(20261122)
PREDICTORS = jnp.array(RANDOM.uniform(-1.7, 1.7, (1000, 25)))
OUTCOMES = jnp.array(RANDOM.randint(0, 2, 1000))


def logistic():
    alpha = numpyro.sample("alpha", dist.Normal(0, 2.5))
    beta = numpyro.sample("beta", dist.Normal(0, 1).expand([25]).to_event(1))
    numpyro.sample("y", dist.Bernoulli(logits=alpha + PREDICTORS @ beta), obs=OUTCOMES)


X = jnp.array(np.random.RandomState(0).randn(100, 500))


def horseshoe():
    lambdas = numpyro.sample("lambdas", dist.HalfCauchy(1).expand([500]).to_event(1))
    tau = numpyro.sample("tau", dist.HalfCauchy(1))
    unscaled = numpyro.sample("unscaled_betas", dist.Normal(0, 1).expand([500]).to_event(1))
    betas = numpyro.deterministic("betas", tau * lambdas * unscaled)
    numpyro.sample("Y", dist.Normal(X @ betas, 0.05), obs=X[:, 0])


FACTOR = jnp.linalg.cholesky(0.999 * jnp.ones((200, 200)) + 0.001 * jnp.eye(200))


def normal():
    numpyro.sample("x", dist.MultivariateNormal(jnp.zeros(200), scale_tril=FACTOR))


def microseconds(model, transitions, repeats):
    kernel = NUTS(model, max_tree_depth=5)
    state = kernel.init(jax.random.PRNGKey(1), WARMUP, None, (), {})

    @jax.jit
    def run(state, count):
        def step(_, carry):
            state, steps = carry
            state = kernel.sample(state, (), {})
            return state, steps + state.num_steps

        return jax.lax.fori_loop(0, count, step, (state, jnp.array(0)))

    state, _ = jax.block_until_ready(run(state, WARMUP))  # compiles, too
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        state, steps = jax.block_until_ready(run(state, transitions))
        times.append((time.perf_counter() - began) / int(steps) * 1e6)
    return float(np.median(times))


WARMUP = 200
QUICK = sys.argv[1] == "quick"
for function in (schools_centred, schools_noncentred, logistic, horseshoe, normal):
    cost = microseconds(function, 300 if QUICK else 2000, 3 if QUICK else 5)
    print(function.__name__.upper(), cost, flush=True)
print("versions", "Python", sys.version.split()[0], "numpyro", numpyro.__version__, "jax",
      jax.__version__, "jaxlib", jax.lib.__version__, "numpy", np.__version__, "float64")
