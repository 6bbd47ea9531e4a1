"""Writes special-values.csv: python3 special-values.py > special-values.csv (mpmath 1.3 or newer, 120 digits).

Each line: function, argument(s) and value as doubles in Java's notation. The value is the double nearest to the exact one,
so that a comparison knows it to half a unit in the last place.
"""
import random
from mpmath import mp, mpf, sqrt, pi
import mpmath

mp.dps = 120
random.seed(20261123)


def log_gamma(x):
    return mpmath.log(abs(mpmath.gamma(x))) if x < 0 else mpmath.loggamma(x)


def phi(x):
    return mpmath.erfc(-x / sqrt(2)) / 2


def density(x):
    return mpmath.exp(-x * x / 2) / sqrt(2 * pi)


def inv_phi(p):
    with mpmath.workdps(40):
        q = mpf(p) if p <= 0.5 else 1 - mpf(p)
        if q == 0.5:
            return mpf(0)
        x = -sqrt(-2 * mpmath.log(2 * q)) * mpf("0.9") - mpf("0.001")
        for _ in range(200):
            step = (mpmath.log(phi(x)) - mpmath.log(q)) * phi(x) / density(x)
            x -= step
            if abs(step) < mpf(10) ** -36 * abs(x):
                break
        return x if p <= 0.5 else -x


def digamma(x):
    return mpmath.psi(0, x)


def trigamma(x):
    return mpmath.psi(1, x)


def spread(low, high):
    """Uniform in the exponent between two positive numbers."""
    return 10 ** random.uniform(float(mpmath.log10(low)), float(mpmath.log10(high)))


positive = (
    [spread(1e-300, 1e300) for _ in range(30)] + [spread(1e-3, 1e3) for _ in range(60)]
    + [random.uniform(0, 12) for _ in range(60)] + [1 + s * spread(1e-15, 0.3) for s in (1, -1) for _ in range(10)]
    + [2 + s * spread(1e-15, 0.3) for s in (1, -1) for _ in range(10)] + [0.5, 1.5, 3, 4, 9.999999, 10, 10.5, 171.5]
    + [1.4616321449683622, 1.4616321449683625, 1.4616, 1.4617]
)
negative = [-random.uniform(0, 20) for _ in range(40)] + [-spread(1e-300, 0.4) for _ in range(15)] + [-spread(20, 1e5) for _ in range(10)]
near = [spread(1e-300, 1) for _ in range(15)] + [random.uniform(0, 6) for _ in range(60)] + [0.8, 1, 2, 5.99999999, 6, 1e-20]
tails = near + [random.uniform(6, 26.5) for _ in range(25)]
normal = [s * x for x in near for s in (1, -1)] + [s * random.uniform(3, 37.5) for _ in range(40) for s in (1, -1)]
unit = [random.random() for _ in range(60)] + [spread(1e-307, 1e-2) for _ in range(40)] + [
    1 - spread(1e-15, 0.1) for _ in range(20)] + [0.5 + s * spread(1e-15, 0.2) for s in (1, -1) for _ in range(10)]
size_one = [s * x for x in [spread(1e-300, 1) for _ in range(20)] + [random.random() for _ in range(30)]
            + [1 - spread(1e-15, 0.1) for _ in range(10)] for s in (1, -1)]
any_size = [s * x for x in [spread(1e-300, 1e300) for _ in range(20)] + [random.uniform(0, 5) for _ in range(30)] for s in (1, -1)]
steep = [s * x for x in [spread(1e-300, 1) for _ in range(10)] + [random.uniform(0, 5) for _ in range(20)]
         + [random.uniform(5, 710) for _ in range(20)] + [710.4] for s in (1, -1)]

FUNCTIONS = {
    "LOG_GAMMA": (log_gamma, positive + negative),
    "DIGAMMA": (digamma, positive + negative),
    "TRIGAMMA": (trigamma, [x for x in positive + negative if abs(x) > 1e-150]),
    "ERF": (mpmath.erf, tails + [-x for x in tails]),
    "ERFC": (mpmath.erfc, tails + [-x for x in tails]),
    "PHI": (phi, normal),
    "LOG_PHI": (lambda x: mpmath.log(phi(x)) if x < 0 else mpmath.log1p(-phi(-x)), normal + [-1e3, -1e10, -1e100]),
    "INVERSE_MILLS": (lambda x: density(x) / phi(x), normal + [-1e3, -1e5]),
    "INV_PHI": (inv_phi, unit),
    "ASIN": (mpmath.asin, size_one),
    "ACOS": (mpmath.acos, size_one),
    "ATAN": (mpmath.atan, any_size),
    "SINH": (mpmath.sinh, steep),
    "COSH": (mpmath.cosh, steep),
    "ASINH": (mpmath.asinh, any_size),
    "ACOSH": (mpmath.acosh, [1 + abs(x) for x in any_size]),
    "ATANH": (mpmath.atanh, size_one),
}
for name, (f, arguments) in FUNCTIONS.items():
    for x in arguments:
        value = float(f(mpf(x)))
        if value == value and abs(value) < 1.7e308 and (value == 0 or abs(value) > 1e-307):
            print(f"{name},{x!r},{value!r}")

for _ in range(150):
    a, b = spread(1e-10, 1e12), spread(1e-10, 1e12)
    print(f"LOG_BETA,{a!r},{b!r},{float(mpmath.loggamma(mpf(a)) + mpmath.loggamma(mpf(b)) - mpmath.loggamma(mpf(a) + mpf(b)))!r}")
for _ in range(60):
    a, b = random.uniform(0.1, 30), random.uniform(0.1, 30)
    print(f"LOG_BETA,{a!r},{b!r},{float(mpmath.loggamma(mpf(a)) + mpmath.loggamma(mpf(b)) - mpmath.loggamma(mpf(a) + mpf(b)))!r}")
for n in (2, 3, 4, 5, 10, 20):
    for _ in range(15):
        x = spread(1e-3, 1e4) if _ < 8 else random.uniform(0.1, 20)
        print(f"POLYGAMMA,{n},{x!r},{float(mpmath.psi(n, mpf(x)))!r}")
for _ in range(20):
    x = -random.uniform(0, 20)
    for n in (2, 3):
        print(f"POLYGAMMA,{n},{x!r},{float(mpmath.psi(n, mpf(x)))!r}")
