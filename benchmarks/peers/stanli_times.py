"""Times stanli on the Stan programs beside this file, with the data of planish.benchmarks.

Run by benchmarks/run: python stanli_times.py DATA_FOLDER (full|quick)
Prints lines "stanli SUBJECT microseconds", from which the time of a call on an empty model of the same
dimension is subtracted, lines "run stanli ...", see common.tell_run, and a line of versions.
"""
import os
import sys
import time

import common

try:
    import numpy as np
    import stanli
except ImportError as error:
    common.skip("stanli", error)

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "stan")


def matrix(values, rows):
    return np.array(values).reshape(rows, -1)


def ints(values):
    return np.array(values).astype(int)


def program(name):
    if name.startswith("schools"):
        return lambda d: d
    if name.startswith("logistic"):
        return lambda d: {"x": matrix(d["x"], 1000), "y": ints(d["y"])}
    if name.startswith("linear"):
        return lambda d: {"x": matrix(d["x"], 1000), "y": d["y"]}
    if name.startswith("intercepts"):
        return lambda d: {"x": d["floor"], "y": d["y"], "county": ints(d["group"]) + 1}
    if name == "horseshoe":
        return lambda d: {"x": matrix(d["x"], 100), "y": d["y"]}
    if name.startswith("normal"):
        return lambda d: {key: matrix(values, 200) for key, values in d.items()}
    if name == "gp-pois-regr":
        return lambda d: {"x": d["x"], "k": ints(d["k"]), "N": len(d["x"])}
    return lambda d: dict(d, N=len(d["y"]))


def gradient(model, dimension):
    position = np.random.default_rng(1).uniform(-0.3, 0.3, dimension)

    def many(count):
        for _ in range(count):
            model.log_prob_grad(position)

    return common.least(many)


def runs(name, data):
    began = time.perf_counter()
    model = compiled(name, data)
    model.sample(seed=1, refresh=0)
    first = (time.perf_counter() - began) * 1e3
    times = []
    for seed in range(2, 2 + common.RUN_COUNT):
        began = time.perf_counter()
        fit = model.sample(seed=seed, refresh=0)
        times.append((time.perf_counter() - began) * 1e3)
    common.tell_run("stanli", name, first, times, [fit.draws(name) for name in fit.variables])


def compiled(name, data):
    return stanli.Model(stan_file=os.path.join(HERE, name + ".stan"), data=data)


def dimension(model):
    for size in range(1, 2000):
        try:
            model.log_prob_grad(np.zeros(size))
            return size
        except (ValueError, TypeError):
            continue
    raise ValueError("no dimension fits")


EMPTY = "data { int D; } parameters { vector[D] x; } model { }"
empty = {}
for name in ["schools-centred", "schools-noncentred", "logistic-loop", "logistic-vectorised",
             "linear-loop", "linear-vectorised", "intercepts-loop", "intercepts-vectorised",
             "horseshoe", "normal-covariance", "normal-factor", "normal-precision",
             "lognormal-vectorised", "gp-pois-regr", "arma", "garch"]:
    arrays = common.data(name)
    if arrays is None:
        continue
    data = program(name)(arrays)
    model = compiled(name, data)
    size = dimension(model)
    if size not in empty:
        empty[size] = gradient(stanli.Model(stan_code=EMPTY, data={"D": size}), size)
    common.tell("stanli", name, max(0.0, gradient(model, size) - empty[size]))
    if name in common.RUNS:
        runs(name, data)
print("versions", "stanli", "0.24" if not hasattr(stanli, "__version__") else stanli.__version__,
      "Python", sys.version.split()[0], "an empty call subtracted:",
      ", ".join("%.1f us at dimension %d" % (time, size) for size, time in empty.items()))
