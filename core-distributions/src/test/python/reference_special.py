"""Reference values of further distributions: formulas in mpmath, compared with SciPy's on the way.

Appends to the files that reference.py writes (run it first), in the same columns.

    python reference_special.py ../resources/planish/distributions
"""
import sys
import mpmath as mp, numpy, scipy
from scipy import stats

out = sys.argv[1]
mp.mp.dps = 50
log, exp, lg = mp.log, mp.exp, mp.loggamma
lower = lambda a, x: mp.gammainc(a, 0, x, regularized=True)
upper = lambda a, x: mp.gammainc(a, x, mp.inf, regularized=True)


def inc_beta(a, b, x):
    return mp.betainc(a, b, 0, x, regularized=True)


def t_log(n, m, s, x):
    z = (x - m) / s
    return lg((n + 1) / 2) - lg(n / 2) - log(n * mp.pi) / 2 - log(s) - (n + 1) / 2 * mp.log1p(z * z / n)


def t_cdf(n, m, s, x):
    z = (x - m) / s
    tail = inc_beta(n / 2, mp.mpf(1) / 2, n / (n + z * z)) / 2
    return tail if z < 0 else 1 - tail


def logistic_log(m, s, x):
    z = (x - m) / s
    return -z - 2 * mp.log1p(exp(-z)) - log(s)


def binomial_log(n, p, k):
    return log(mp.binomial(n, k)) + (k * log(p) if k else 0) + ((n - k) * mp.log1p(-p) if n > k else 0)


def binomial_cdf(n, p, k):
    return mp.mpf(1) if k >= n else inc_beta(n - k, k + 1, 1 - p)


def nb_log(m, f, k):
    return lg(k + f) - lg(f) - lg(k + 1) + f * log(f / (f + m)) + (k * log(m / (f + m)) if k else 0)


expit = lambda a: 1 / (1 + exp(-a))
half = mp.mpf(1) / 2
# name, arguments, log density, cdf, SciPy's, points
cases = [
    ("std-normal", (), lambda x: -x * x / 2 - log(2 * mp.pi) / 2, mp.ncdf, stats.norm(), [-30, -1, 0, 2.5]),
    ("laplace", (0, 1), lambda m, s, x: -abs(x - m) / s - log(2 * s), lambda m, s, x: exp((x - m) / s) / 2 if x < m else 1 - exp((m - x) / s) / 2, stats.laplace(), [-700, -1, 0, 1e-9, 3, 40]),
    ("laplace", (2, 0.5), None, None, stats.laplace(2, 0.5), [-10, 1.5, 2, 2.25]),
    ("logistic", (0, 1), logistic_log, lambda m, s, x: expit((x - m) / s), stats.logistic(), [-700, -3, 0, 0.1, 30, 800]),
    ("logistic", (-1, 2.5), None, None, stats.logistic(-1, 2.5), [-60, -1, 4]),
    ("uniform", (-1, 3), lambda a, b, x: -log(b - a), lambda a, b, x: (x - a) / (b - a), stats.uniform(-1, 4), [-1, -0.5, 1.25, 3]),
    ("weibull", (1.5, 2), lambda a, s, x: log(a / s) + ((a - 1) * log(x / s) if a != 1 else 0) - (x / s) ** a, lambda a, s, x: -mp.expm1(-((x / s) ** a)), stats.weibull_min(1.5, scale=2), [1e-10, 0.5, 2, 30]),
    ("weibull", (0.7, 3), None, None, stats.weibull_min(0.7, scale=3), [1e-100, 1, 50]),
    ("weibull", (1, 2), None, None, stats.weibull_min(1, scale=2), [0, 3]),
    ("student-t", (4, 0, 1), t_log, t_cdf, stats.t(4), [-1e60, -50, -2, 0, 1e-8, 0.7, 30]),
    ("student-t", (3, -2, 0.5), None, None, stats.t(3, -2, 0.5), [-9, -2.1, 0, 4]),
    ("student-t", (0.5, 1, 2), None, None, stats.t(0.5, 1, 2), [-1e10, 0, 1, 3]),
    ("student-t", (1e6, 0, 1), None, None, stats.t(1e6), [-5, 0.1, 2]),
    ("half-student-t", (4, 2), lambda n, s, x: log(2) + t_log(n, 0, s, x), lambda n, s, x: inc_beta(half, n / 2, (x / s) ** 2 / (n + (x / s) ** 2)), None, [0, 1e-10, 0.5, 3, 1e5]),
    ("gamma", (2, 3), lambda a, b, x: a * log(b) - lg(a) + ((a - 1) * log(x) if a != 1 else 0) - b * x, lambda a, b, x: lower(a, b * x), stats.gamma(2, scale=1 / 3), [1e-10, 0.1, 0.6, 2, 50]),
    ("gamma", (0.3, 0.5), None, None, stats.gamma(0.3, scale=2), [1e-100, 1e-3, 1, 40]),
    ("gamma", (1, 2), None, None, stats.gamma(1, scale=0.5), [0, 0.5]),
    ("gamma", (400, 20), None, None, stats.gamma(400, scale=0.05), [10, 19.5, 20, 25]),
    ("inverse-gamma", (2.5, 3), lambda a, b, x: a * log(b) - lg(a) - (a + 1) * log(x) - b / x, lambda a, b, x: upper(a, b / x), stats.invgamma(2.5, scale=3), [0.02, 0.5, 1.3, 10, 1e6]),
    ("inverse-gamma", (5, 0.1), None, None, stats.invgamma(5, scale=0.1), [0.01, 0.02, 0.1]),
    ("chi-square", (1,), lambda n, x: (n / 2 - 1) * (log(x) if n != 2 else 0) - x / 2 - n / 2 * log(2) - lg(n / 2), lambda n, x: lower(n / 2, x / 2), stats.chi2(1), [1e-20, 0.5, 4, 100]),
    ("chi-square", (2,), None, None, stats.chi2(2), [0, 3]),
    ("chi-square", (7.5,), None, None, stats.chi2(7.5), [0.01, 5, 7, 60]),
    ("beta", (2, 3), lambda a, b, x: lg(a + b) - lg(a) - lg(b) + ((a - 1) * log(x) if a != 1 else 0) + ((b - 1) * mp.log1p(-x) if b != 1 else 0), inc_beta, stats.beta(2, 3), [1e-10, 0.2, 0.5, 0.99]),
    ("beta", (0.5, 0.7), None, None, stats.beta(0.5, 0.7), [1e-100, 0.3, 0.9]),
    ("beta", (1, 1), None, None, stats.beta(1, 1), [0, 0.25, 1]),
    ("beta", (300, 700), None, None, stats.beta(300, 700), [0.2, 0.3, 0.35]),
    ("binomial", (10, 0.3), binomial_log, binomial_cdf, stats.binom(10, 0.3), [0, 1, 3, 9, 10]),
    ("binomial", (1000, 0.01), None, None, stats.binom(1000, 0.01), [0, 10, 50]),
    ("binomial", (400, 0.6), None, None, stats.binom(400, 0.6), [150, 240, 400]),
    ("binomial-logit", (10, -1), lambda n, a, k: binomial_log(n, expit(a), k), lambda n, a, k: binomial_cdf(n, expit(a), k), None, [0, 2, 10]),
    ("binomial-logit", (200, 1.5), None, None, None, [100, 160, 200]),
    ("poisson", (0.5,), lambda r, k: k * log(r) - r - lg(k + 1), lambda r, k: upper(k + 1, r), stats.poisson(0.5), [0, 1, 8]),
    ("poisson", (30,), None, None, stats.poisson(30), [0, 10, 30, 80]),
    ("poisson", (5000,), None, None, stats.poisson(5000), [4700, 5000, 5200]),
    ("poisson-log", (-1,), lambda e, k: k * e - exp(e) - lg(k + 1), lambda e, k: upper(k + 1, exp(e)), None, [0, 2]),
    ("poisson-log", (4,), None, None, None, [20, 55, 90]),
    ("neg-binomial-2", (3, 2), nb_log, lambda m, f, k: inc_beta(f, k + 1, f / (f + m)), stats.nbinom(2, 0.4), [0, 1, 5, 40]),
    ("neg-binomial-2", (100, 0.5), None, None, stats.nbinom(0.5, 0.5 / 100.5), [0, 30, 900]),
    ("neg-binomial-2-log", (2, 5), lambda e, f, k: nb_log(exp(e), f, k), lambda e, f, k: inc_beta(f, k + 1, f / (f + exp(e))), None, [0, 7, 30]),
]
discrete = {"binomial", "binomial-logit", "poisson", "poisson-log", "neg-binomial-2", "neg-binomial-2-log"}
known = {}


def text(values):
    return ";".join(repr(float(v)) for v in values)


def close(a, b, what):
    if abs(float(a) - float(b)) > 1e-8 * (1 + abs(float(a))):
        raise SystemExit(f"{what}: mpmath {float(a)}, SciPy {float(b)}")


reference = open(f"{out}/reference.csv", "a")
moments = open(f"{out}/moments.csv", "a")
quantiles = open(f"{out}/quantiles.csv", "a")
for name, args, density, cdf, scipy_one, xs in cases:
    density, cdf = known.setdefault(name, (density, cdf))
    a = [mp.mpf(float(v)) for v in args]
    for x in xs:
        value, probability = density(*a, mp.mpf(float(x))), cdf(*a, mp.mpf(float(x)))
        if scipy_one is not None and abs(x) < 1e50:
            close(value, (scipy_one.logpmf if name in discrete else scipy_one.logpdf)(x), (name, args, x))
            close(probability, scipy_one.cdf(x), (name, args, x))
        reference.write(f"{name},{text(args)},{float(x)!r},{float(value)!r},{float(probability)!r}\n")
    if scipy_one is not None and scipy_one.stats("v") < 1e300 and scipy_one.stats("k") < 1e300:
        m, v = scipy_one.stats("mv")
        moments.write(f"{name},{text(args)},{float(m)!r},{float(v)!r}\n")
    for p in [1e-100, 1e-15, 1e-5, 0.01, 0.25, 0.5, 0.8, 0.999]:
        if name in discrete:
            k = 0 if scipy_one is None else int(scipy_one.ppf(p))
            while cdf(*a, mp.mpf(k)) < p:
                k += 1
            while k > 0 and cdf(*a, mp.mpf(k - 1)) >= p:
                k -= 1
            x = k
        else:
            if p < 1e-20 and (name in ("inverse-gamma", "beta", "gamma", "uniform", "student-t") or scipy_one is None):
                continue
            x = mp.mpf(float(scipy_one.ppf(p) if scipy_one is not None else stats.t(4, scale=2).ppf((1 + p) / 2)))
            if x == 0 and p != 0.5:
                continue
            for _ in range(6):
                x -= (cdf(*a, x) - mp.mpf(p)) / exp(density(*a, x))
            if abs(cdf(*a, x) - mp.mpf(p)) > mp.mpf(p) * mp.mpf(10) ** -25:
                continue
        quantiles.write(f"{name},{text(args)},{p!r},{float(x)!r}\n")
