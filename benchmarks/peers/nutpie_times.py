"""Times nutpie on PyMC models with the data of planish.benchmarks: a leapfrog step, default runs.

Run by benchmarks/run: python nutpie_times.py DATA_FOLDER (full|quick)
Prints lines "nutpie-leapfrog SUBJECT microseconds": the time of one chain, compilation apart, by its
leapfrog steps, the least of a few chains; lines "run nutpie ...", see common.tell_run; and a line of
versions.
"""
import sys
import time

import common

try:
    import numpy as np
    import nutpie
    import pymc as pm
    import pytensor
    import pytensor.tensor as pt
except ImportError as error:
    common.skip("nutpie with PyMC", error)


def schools(given):
    mu = pm.Normal("mu", 0, 5)
    tau = pm.HalfCauchy("tau", 5)
    effect = pm.Normal("effect", 0, 1, shape=8)
    pm.Normal("y", mu + tau * effect, given["sigma"], observed=given["y"])


def logistic(given):
    alpha = pm.Normal("alpha", 0, 2.5)
    beta = pm.Normal("beta", 0, 1, shape=25)
    eta = alpha + pm.math.dot(given["x"].reshape(1000, 25), beta)
    pm.Bernoulli("y", logit_p=eta, observed=given["y"])


def linear(given):
    alpha = pm.Normal("alpha", 0, 10)
    beta = pm.Normal("beta", 0, 10, shape=25)
    sigma = pm.HalfNormal("sigma", 5)
    mean = alpha + pm.math.dot(given["x"].reshape(1000, 25), beta)
    pm.Normal("y", mean, sigma, observed=given["y"])


def intercepts(given):
    mu = pm.Normal("mu", 0, 10)
    tau = pm.HalfNormal("tau", 1)
    z = pm.Normal("z", 0, 1, shape=85)
    beta = pm.Normal("beta", 0, 10)
    sigma = pm.HalfNormal("sigma", 1)
    mean = (mu + tau * z)[given["group"].astype(int)] + beta * given["floor"]
    pm.Normal("y", mean, sigma, observed=given["y"])


def horseshoe(given):
    lambdas = pm.HalfCauchy("lambdas", 1, shape=500)
    tau = pm.HalfCauchy("tau", 1)
    unscaled = pm.Normal("unscaled_betas", 0, 1, shape=500)
    mean = pm.math.dot(given["x"].reshape(100, 500), tau * lambdas * unscaled)
    pm.Normal("y", mean, 0.05, observed=given["y"])


def normal_covariance(given):
    pm.MvNormal("x", np.zeros(200), cov=given["covariance"].reshape(200, 200))


def normal_factor(given):
    pm.MvNormal("x", np.zeros(200), chol=given["factor"].reshape(200, 200))


def normal_precision(given):
    pm.MvNormal("x", np.zeros(200), tau=given["precision"].reshape(200, 200))


def lognormal(given):
    mu = pm.Normal("mu", 0, 10)
    sigma = pm.HalfNormal("sigma", 5)
    pm.LogNormal("y", mu, sigma, observed=given["y"])


def count_process(given):
    x = given["x"]
    rho = pm.Gamma("rho", 25, 4)
    alpha = pm.HalfNormal("alpha", 2)
    standard = pm.Normal("f_tilde", 0, 1, shape=x.size)
    apart = (x[:, None] - x) / rho
    covariance = alpha**2 * pt.exp(-0.5 * apart**2) + 1e-10 * np.eye(x.size)
    rate = pt.exp(pt.linalg.cholesky(covariance) @ standard)
    pm.Poisson("k", rate, observed=given["k"].astype(int))


def arma(given):
    mu = pm.Normal("mu", 0, 10)
    phi = pm.Normal("phi", 0, 2)
    theta = pm.Normal("theta", 0, 2)
    sigma = pm.HalfCauchy("sigma", 2.5)
    y = given["y"]
    first = y[0] - (mu + phi * mu)
    rest = pytensor.scan(
        lambda before, now, error, mu, phi, theta: now - (mu + phi * before + theta * error),
        sequences=[pt.constant(y[:-1]), pt.constant(y[1:])], outputs_info=[first],
        non_sequences=[mu, phi, theta], strict=True, return_updates=False)
    errors = pt.concatenate([first[None], rest])
    pm.Potential("y", pm.logp(pm.Normal.dist(0, sigma), errors).sum())


def garch(given):
    mu = pm.Flat("mu")
    alpha0 = pm.HalfFlat("alpha0")
    alpha1 = pm.Uniform("alpha1", 0, 1)
    beta1 = pm.Uniform("beta1", 0, 1 - alpha1)
    pm.Potential("width", pt.log1p(-alpha1))
    y = given["y"]
    first = pt.constant(0.25, dtype="float64")
    rest = pytensor.scan(
        lambda news, variance, alpha0, alpha1, beta1: alpha0 + alpha1 * news + beta1 * variance,
        sequences=[(pt.constant(y[:-1]) - mu) ** 2], outputs_info=[first],
        non_sequences=[alpha0, alpha1, beta1], strict=True, return_updates=False)
    variances = pt.concatenate([first[None], rest])
    pm.Normal("y", mu, pt.sqrt(variances), observed=y)


def sample(compiled, seed):
    began = time.perf_counter()
    trace = nutpie.sample(compiled, draws=1000, tune=1000, chains=4, seed=seed, progress_bar=False)
    return (time.perf_counter() - began) * 1e3, trace


def runs(name, began, compiled, variables):
    sample(compiled, 1)
    first = (time.perf_counter() - began) * 1e3
    times = []
    for seed in range(2, 2 + common.RUN_COUNT):
        took, trace = sample(compiled, seed)
        times.append(took)
    draws = [trace.posterior[variable].values for variable in variables]
    common.tell_run("nutpie", name, first, times, draws)


def leapfrog(compiled, seed, draws):
    began = time.perf_counter()
    trace = nutpie.sample(compiled, draws=draws, tune=draws, chains=1, seed=seed, save_warmup=True,
                          progress_bar=False)
    took = time.perf_counter() - began
    steps = trace.sample_stats.n_steps.sum() + trace.warmup_sample_stats.n_steps.sum()
    return took / float(steps) * 1e6


MODELS = {
    "schools-noncentred": schools,
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

# Default runs of the others would take minutes: steps are so slow, or so many, that few draws do.
RUNS = ["schools-noncentred", "logistic-vectorised", "linear-vectorised", "intercepts-vectorised"]

for name, stated in MODELS.items():
    arrays = common.data(name)
    if arrays is not None:
        began = time.perf_counter()
        with pm.Model() as model:
            stated({key: np.array(values) for key, values in arrays.items()})
        compiled = nutpie.compile_pymc_model(model)
        if name in RUNS:
            runs(name, began, compiled, [variable.name for variable in model.free_RVs])
        draws = 500 if name in RUNS else 50
        times = [leapfrog(compiled, seed, draws) for seed in range(2 if common.QUICK else 5)]
        common.tell("nutpie-leapfrog", name, min(times))
print("versions", "nutpie", nutpie.__version__, "PyMC", pm.__version__, "Python",
      sys.version.split()[0])
