"""What the scripts of the peers share: the data that benchmarks/run wrote, and the clock."""
import json
import os
import sys
import time

FOLDER = sys.argv[1]
QUICK = sys.argv[2] == "quick"
# Microseconds: shorter than what a scheduler gives a process at a time.
SLICE = 500
SECONDS = 0.4 if QUICK else 2.0

RUN_COUNT = 1 if QUICK else 3
RUNS = ["schools-centred", "schools-noncentred", "logistic-vectorised", "linear-vectorised",
        "intercepts-vectorised", "lognormal-vectorised", "gp-pois-regr", "arma", "garch"]

EFFECTS = [28.0, 8, -3, 7, -1, 1, 18, 12]
ERRORS = [15.0, 10, 16, 11, 9, 11, 10, 18]


def data(name):
    """The arrays of a model, or None if it is not measured this time."""
    path = os.path.join(FOLDER, name + ".json")
    if not os.path.exists(path):
        return None
    with open(path) as file:
        return json.load(file)


def least(run):
    """The least microseconds of one of so many that run(count) does, over many short slices."""
    run(1)
    count, best = 1, float("inf")
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        began = time.perf_counter()
        run(count)
        each = (time.perf_counter() - began) / count * 1e6
        best = min(best, each)
        count = max(1, round(SLICE / best))
    return best


def skip(peer, why):
    """Says that a peer is left out, and ends."""
    print("benchmarks/run: %s is left out with %s: %s" % (peer, sys.executable, why),
          file=sys.stderr)
    sys.exit(0)


def tell(peer, name, microseconds):
    print(peer, name, "%.6g" % microseconds, flush=True)


def tell_run(peer, name, first, times, draws):
    """Tells of runs, and writes the last one's draws.

    Args:
        first: milliseconds from the model to the last draw, compilation included.
        times: milliseconds of further runs of what was compiled.
        draws: arrays of numpy, each of chains x draws x the variable's own shape.
    """
    chains, count = draws[0].shape[:2]
    elements = [array.reshape(chains, count, -1)[:, :, k]
                for array in draws for k in range(array[0, 0].size)]
    with open(os.path.join(FOLDER, "%s-%s.draws" % (peer, name)), "wb") as file:
        for element in elements:
            file.write(element.astype("<f8").tobytes())
    print("run", peer, name, "%.6g" % first, "%.6g" % sorted(times)[len(times) // 2],
          len(elements), chains, count, flush=True)
