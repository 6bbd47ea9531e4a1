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


def leapfrog(compiled, seed):
    began = time.perf_counter()
    trace = nutpie.sample(compiled, draws=500, tune=500, chains=1, seed=seed, save_warmup=True,
                          progress_bar=False)
    took = time.perf_counter() - began
    steps = trace.sample_stats.n_steps.sum() + trace.warmup_sample_stats.n_steps.sum()
    return took / float(steps) * 1e6


MODELS = {
    "schools-noncentred": schools,
    "logistic-vectorised": logistic,
    "linear-vectorised": linear,
    "intercepts-vectorised": intercepts,
}

for name, stated in MODELS.items():
    arrays = common.data(name)
    if arrays is not None:
        began = time.perf_counter()
        with pm.Model() as model:
            stated({key: np.array(values) for key, values in arrays.items()})
        compiled = nutpie.compile_pymc_model(model)
        runs(name, began, compiled, [variable.name for variable in model.free_RVs])
        times = [leapfrog(compiled, seed) for seed in range(2 if common.QUICK else 5)]
        common.tell("nutpie-leapfrog", name, min(times))
print("versions", "nutpie", nutpie.__version__, "PyMC", pm.__version__, "Python",
      sys.version.split()[0])
