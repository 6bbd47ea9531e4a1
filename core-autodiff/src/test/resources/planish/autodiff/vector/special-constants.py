"""Prints the polynomials of the special functions and arcs as Java (mpmath 1.3 or newer).

Interpolation at Chebyshev nodes over the interval, widened by a ten-thousandth, at 60 digits; the
coefficients are rounded to doubles, and the greatest relative error of the rounded polynomial
stands in the comment.
"""
from mpmath import mp, mpf, sqrt, pi
import mpmath

mp.dps = 60


def fit(f, low, high, degree, centre):
    low, high, centre = mpf(low), mpf(high), mpf(centre)
    half = (high - low) / 2 * mpf("1.0001")
    n = degree + 1
    nodes = [(low + high) / 2 + half * mpmath.cos(pi * (2 * k + 1) / (2 * n)) for k in range(n)]
    powers = mpmath.matrix(n, n)
    values = mpmath.matrix(n, 1)
    for i, x in enumerate(nodes):
        for j in range(n):
            powers[i, j] = (x - centre) ** j
        values[i] = f(x)
    solution = mpmath.lu_solve(powers, values)
    rounded = [float(solution[j]) for j in range(n)]
    error = mpf(0)
    for k in range(400):
        x = low + (high - low) * (k + mpf("0.37")) / 400
        found = sum(mpf(c) * (x - centre) ** j for j, c in enumerate(rounded))
        error = max(error, abs(found / f(x) - 1))
    return rounded, error


def java(doc, name, f, low, high, degree, centre=0):
    coefficients, error = fit(f, low, high, degree, centre)
    print(f"  /** {doc}; error 2^{float(mpmath.log(error, 2)):.1f}. */")
    print(f"  static double {name}(double t) {{")
    coefficients.reverse()
    print(f"    double p = {hexadecimal(coefficients[0])};")
    for c in coefficients[1:-1]:
        print(f"    p = Math.fma(p, t, {hexadecimal(c)});")
    print(f"    return Math.fma(p, t, {hexadecimal(coefficients[-1])});")
    print("  }\n")


def hexadecimal(x):
    return x.hex().replace("p+", "p")


def even(ordinary, imaginary, at_zero):
    """f(sqrt z) for z of either sign, as the widened interval needs it."""
    return lambda z: ordinary(sqrt(z)) if z > 0 else imaginary(sqrt(-z)) if z < 0 else at_zero


ROOT = mpmath.findroot(lambda x: mpmath.psi(0, x), 1.4616)
erfcx = lambda x: mpmath.exp(x * x) * mpmath.erfc(x)
folded = lambda t: (1 + 8 * (1 + t) / (1 - t)) * erfcx(4 * (1 + t) / (1 - t))
place = lambda x: (mpf(x) - 4) / (mpf(x) + 4)
far = lambda x: x * erfcx(x)
near_infinity = lambda z: far(1 / sqrt(z)) if z > mpf(10) ** -12 else (
    1 - z / 2 + 3 * z**2 / 4 - 15 * z**3 / 8 + 105 * z**4 / 16 - 945 * z**5 / 32) / sqrt(pi)

print("// root of digamma:", hexadecimal(float(ROOT)), hexadecimal(float(ROOT - mpf(float(ROOT)))))
java("log Γ(1 + y) / (y (y - 1)) in t = y - 1/2 over 0 ≤ y ≤ 1", "logGamma",
     lambda y: mpmath.loggamma(1 + y) / (y * (y - 1)), 0, 1, 21, 0.5)
java("ψ(1 + y) over the distance of 1 + y from ψ's root, in t = y - 1/2 over 0 ≤ y ≤ 1", "digamma",
     lambda y: mpmath.psi(0, 1 + y) / (1 + y - ROOT), 0, 1, 22, 0.5)
java("erf(x) / x in t = x² over 0 ≤ x ≤ 1", "erf",
     even(lambda s: mpmath.erf(s) / s, lambda s: mpmath.erfi(s) / s, 2 / sqrt(pi)), 0, 1, 12)
for name, low, high in (("erfcxNear", 0.8, 2), ("erfcxMiddle", 2, 6)):
    centre = float((place(low) + place(high)) / 2)
    java(f"(1 + 2x) exp(x²) erfc(x) over {low} ≤ x ≤ {high} in t = (x - 4) / (x + 4) - ({hexadecimal(centre)})",
         name, folded, place(low), place(high), 14, centre)
java("x exp(x²) erfc(x) in t = 1 / x² - 1/72 over x ≥ 6", "erfcxFar",
     near_infinity, 0, mpf(1) / 36, 11, mpf(1) / 72)
java("(arctan(x) / x - 1) / x² in t = x² over 0 ≤ x ≤ √2 - 1", "arctan",
     even(lambda s: (mpmath.atan(s) / s - 1) / s**2, lambda s: -(mpmath.atanh(s) / s - 1) / s**2,
          -mpf(1) / 3), 0, (sqrt(2) - 1) ** 2, 11)
