"""Makes numpyro_r_hats.csv: the R-hats that NumPyro reaches in the tutorial's settings, seed by seed.

Run in this folder, with NumPyro 0.22.0 and horseshoe_X.csv.gz of the room "examples" in its place:
    python numpyro_r_hats.py >numpyro_r_hats.csv
Double precision, one chain of 1000 + 1000 transitions for each seed; seeds 0 to 19 of examples 2 to 4
(without 4b, which is no remedy), 0 to 4 of 1b, which takes most of the time. r_hat is the largest split
R-hat of a variable's components, n_eff the least effective sample size. 1c and 1d are the same posterior
in the same coordinates as 1b.
"""
import datetime
import sys

import jax
import jax.numpy as jnp
import numpy as np
import numpyro
import numpyro.distributions as dist
from numpyro.diagnostics import effective_sample_size, split_gelman_rubin
from numpyro.infer import MCMC, NUTS

numpyro.enable_x64()
numpyro.set_platform("cpu")

EXAMPLES = "../../../../../../../examples/src/main/resources/planish/examples/geometry/"


def pair(variance, covariance, other):
    return jnp.array([[variance, covariance], [covariance, other]])


def full_rank():
    numpyro.sample("x", dist.MultivariateNormal(jnp.zeros(2), pair(10, 0.9999, 0.1)))


def structured():
    prior = dist.MultivariateNormal(jnp.zeros(2), pair(10, 0.9, 0.1))
    x1 = numpyro.sample("x1", prior)
    x2 = numpyro.sample("x2", prior)
    numpyro.sample("y", dist.Normal(0, 1).expand([100]).to_event(1))
    numpyro.sample("difference", dist.Normal(x1 - x2, 0.1).to_event(1), obs=jnp.ones(2))


def tree_depth():
    covariance = 0.999 * jnp.ones((200, 200)) + 0.001 * jnp.eye(200)
    numpyro.sample("x", dist.MultivariateNormal(jnp.zeros(200), covariance))


def horseshoe(x):
    lambdas = numpyro.sample("lambdas", dist.HalfCauchy(1).expand([500]).to_event(1))
    tau = numpyro.sample("tau", dist.HalfCauchy(1).expand([1]).to_event(1))
    unscaled = numpyro.sample("unscaled_betas", dist.Normal(0, 1).expand([500]).to_event(1))
    betas = numpyro.deterministic("betas", tau * lambdas * unscaled)
    numpyro.sample("Y", dist.Normal(x @ betas, 0.05).to_event(1), obs=x[:, 0])


def chains(setting, model, seeds, dense_mass, depth, *data):
    kernel = NUTS(model, dense_mass=dense_mass, max_tree_depth=depth)
    mcmc = MCMC(kernel, num_warmup=1000, num_samples=1000, num_chains=1, progress_bar=False)
    for seed in range(seeds):
        mcmc.run(jax.random.PRNGKey(seed), *data)
        draws = mcmc.get_samples(group_by_chain=True)
        divergences = int(mcmc.get_extra_fields()["diverging"].sum())
        for name in sorted(draws):
            column = np.asarray(draws[name])
            r_hat = np.max(split_gelman_rubin(column))
            n_eff = np.min(effective_sample_size(column))
            print(f"{setting},{seed},{name},{r_hat:.6f},{n_eff:.1f},{divergences}", flush=True)


def main():
    print(f"# NumPyro {numpyro.__version__}, JAX {jax.__version__}, NumPy {np.__version__}, float64, "
          f"Python {sys.version.split()[0]}, {datetime.date.today()}; made by numpyro_r_hats.py")
    print("setting,seed,variable,r_hat,n_eff,divergences")
    chains("2a", full_rank, 20, False, 3)
    chains("2b", full_rank, 20, True, 3)
    chains("3a", structured, 20, False, 3)
    chains("3b", structured, 20, True, 3)
    chains("3c", structured, 20, [("x1", "x2")], 3)
    chains("4a", tree_depth, 20, False, 5)
    chains("4c", tree_depth, 20, True, 10)
    x = jnp.array(np.loadtxt(EXAMPLES + "horseshoe_X.csv.gz", delimiter=","))
    chains("1b", horseshoe, 5, False, 10, x)


main()
