"""Makes numpyro.csv from draws.csv: what NumPyro's summary says of the stored draws.

Run in this folder, with NumPyro from PyPI: python numpyro.py
Chains of fewer than four draws are left out: NumPyro refuses them.
"""
import sys

sys.path.pop(0)  # this file's own name is that of the package

import jax
import numpy
import numpyro
from numpyro.diagnostics import summary

NAMES = ["mean", "std", "median", "5.0%", "95.0%", "n_eff", "r_hat"]
cases = {}
with open("draws.csv") as lines:
    for line in lines:
        name, *numbers = line.strip().split(",")
        cases.setdefault(name, []).append([float(x) for x in numbers])

with open("numpyro.csv", "w") as out:
    print(f"# Python {sys.version.split()[0]}, numpyro {numpyro.__version__},"
          f" jax {jax.__version__}, numpy {numpy.__version__}", file=out)
    print("case,measure,value", file=out)
    for name, chains in cases.items():
        values = summary({"x": numpy.array(chains)}, prob=0.9)["x"]
        for measure in NAMES:
            number = float(values[measure])
            text = "NaN" if numpy.isnan(number) else repr(number).replace("inf", "Infinity")
            print(f"{name},{measure},{text}", file=out)
