"""Reference values of log densities and distribution functions, by SciPy (and mpmath).

Writes reference.csv: name, arguments, x, log density or log probability, cdf; and moments.csv:
name, arguments, mean, variance. quantiles.csv: name, arguments, p, quantile. multi.csv: mean, Cholesky factor, x, log density.

    python reference.py ../resources/planish/distributions
"""
import sys
import mpmath, numpy, scipy
from scipy import stats

out = sys.argv[1]
mpmath.mp.dps = 40
head = f"# SciPy {scipy.__version__}, NumPy {numpy.__version__}, mpmath {mpmath.__version__}; made by reference.py\n"
cases = [
    ("normal", (0, 1), stats.norm(0, 1), [-38, -5, -0.5, 0, 1e-8, 2, 30]),
    ("normal", (-3, 0.01), stats.norm(-3, 0.01), [-3.3, -3, -2.999, 5]),
    ("normal", (1e6, 1e3), stats.norm(1e6, 1e3), [0, 999_000, 1e6 + 1]),
    ("half-normal", (1,), stats.halfnorm(scale=1), [0, 1e-10, 0.5, 3, 30]),
    ("half-normal", (2.5,), stats.halfnorm(scale=2.5), [0, 1, 10]),
    ("cauchy", (0, 1), stats.cauchy(0, 1), [-1e100, -5, 0, 1, 1e8]),
    ("cauchy", (2, 0.1), stats.cauchy(2, 0.1), [-10, 1.9, 2, 2.05, 100]),
    ("half-cauchy", (1,), stats.halfcauchy(scale=1), [0, 1e-10, 1, 100, 1e100]),
    ("half-cauchy", (5,), stats.halfcauchy(scale=5), [0, 0.5, 5, 500]),
    ("lognormal", (0, 1), stats.lognorm(s=1, scale=1), [1e-10, 0.1, 1, 3, 1e10]),
    ("lognormal", (-1, 0.5), stats.lognorm(s=0.5, scale=numpy.exp(-1)), [0.01, 0.3679, 2]),
    ("exponential", (1,), stats.expon(scale=1), [0, 1e-10, 1, 50, 700]),
    ("exponential", (0.25,), stats.expon(scale=4), [0, 3, 100]),
    ("bernoulli", (0.3,), stats.bernoulli(0.3), [0, 1]),
    ("bernoulli", (1e-12,), stats.bernoulli(1e-12), [0, 1]),
]
with open(f"{out}/reference.csv", "w") as f:
    f.write(head)
    for name, args, d, xs in cases:
        log = d.logpmf if name.startswith("bernoulli") else d.logpdf
        for x in xs:
            row = [name, ";".join(repr(float(a)) for a in args), repr(float(x))]
            f.write(",".join(row + [repr(float(log(x))), repr(float(d.cdf(x)))]) + "\n")
    for a in [-40.0, -3.0, 0.0, 0.5, 30.0, 700.0]:
        p = scipy.special.expit(a)
        for x, value in ((0, scipy.special.log_expit(-a)), (1, scipy.special.log_expit(a))):
            cdf = scipy.special.expit(-a) if x == 0 else 1.0
            f.write(f"bernoulli-logit,{a!r},{float(x)!r},{float(value)!r},{float(cdf)!r}\n")
with open(f"{out}/moments.csv", "w") as f:
    f.write(head)
    for name, args, d, _ in cases:
        # Cauchy has no moments; one in 1e12 draws cannot be seen in a sample.
        if "cauchy" not in name and args != (1e-12,):
            m, v = d.stats("mv")
            f.write(",".join([name, ";".join(repr(float(a)) for a in args), repr(float(m)), repr(float(v))]) + "\n")
with open(f"{out}/quantiles.csv", "w") as f:
    f.write(head)
    for name, args, d, _ in cases:
        small = [] if args == (1e6, 1e3) else [1e-200, 1e-15, 1e-5]
        for p in small + [0.01, 0.1, 0.25, 0.4, 0.5, 0.6, 0.8, 0.99, 0.999999]:
            # SciPy's half-normal quantile takes half of p from 1/2: its digits are gone near 0.
            half = name == "half-normal"
            x = args[0] * mpmath.sqrt(2) * mpmath.erfinv(mpmath.mpf(p)) if half else d.ppf(p)
            row = [name, ";".join(repr(float(a)) for a in args), repr(p), repr(float(x))]
            f.write(",".join(row) + "\n")
rng = numpy.random.default_rng(1)
with open(f"{out}/multi.csv", "w") as f:
    f.write(head)
    for n in (1, 2, 3, 6):
        factor = numpy.tril(rng.normal(size=(n, n)).round(3))
        numpy.fill_diagonal(factor, rng.uniform(0.2, 2, n).round(3))
        mean = rng.normal(size=n).round(3)
        d = stats.multivariate_normal(mean, factor @ factor.T)
        for x in (mean, mean + rng.normal(size=n).round(3), 20 * rng.normal(size=n).round(3)):
            text = [";".join(repr(float(v)) for v in a.ravel()) for a in (mean, factor, x)]
            f.write(",".join(text + [repr(float(d.logpdf(x)))]) + "\n")
