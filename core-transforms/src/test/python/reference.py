"""Reference values of the transforms of vectors and matrices.

Forward values by the element-wise formulas of the Stan Reference Manual 2.36 (2025), chapter
"Constraint Transforms", sections "Ordered vector", "Positive ordered vector", "Zero sum vector",
"Unit simplex", "Unit vector", "Correlation matrices", "Covariance matrices", "Cholesky factors of
covariance matrices", "Cholesky factors of correlation matrices", and of version 2.37 (2025) for the
simplex by isometric log-ratio. Log-Jacobians by the manual's formulas too; each is compared here
with the log-determinant of the derivative, by central differences of 50 digits.

    python reference.py > ../resources/planish/transforms/reference.csv    (mpmath 1.4.1)

A line: constraint, transform, coordinates, values (row by row), log-Jacobian; ';' between numbers.
"""
import random
from mpmath import mp, mpf, matrix, sqrt, exp, log, tanh, det, fabs

mp.dps = 50


def ordered(u):
    x = [u[0]]
    for v in u[1:]:
        x.append(x[-1] + exp(v))
    return x, sum(u[1:])


def positive_ordered(u):
    x = [exp(u[0])]
    for v in u[1:]:
        x.append(x[-1] + exp(v))
    return x, sum(u)


def stick_breaking(u):
    size = len(u) + 1
    x, rest, jacobian = [], mpf(1), mpf(0)
    for k in range(1, size):
        z = 1 / (1 + exp(-(u[k - 1] + log(mpf(1) / (size - k)))))
        jacobian += log(z) + log(1 - z) + log(rest)
        x.append(rest * z)
        rest = rest - x[-1]
    return x + [rest], jacobian


def sum_to_zero(u):
    n_free = len(u)
    z = [mpf(0)] * (n_free + 1)
    sum_w = mpf(0)
    for i in range(n_free, 0, -1):
        w = u[i - 1] / sqrt(mpf(i) * (i + 1))
        sum_w += w
        z[i - 1] += sum_w
        z[i] -= w * i
    return z, mpf(0)


def isometric_log_ratio(u):
    z, _ = sum_to_zero(u)
    total = sum(exp(v) for v in z)
    x = [exp(v) / total for v in z]
    return x, log(mpf(len(x))) / 2 + sum(log(v) for v in x)


def unit_vector(u):
    squares = sum(v * v for v in u)
    return [v / sqrt(squares) for v in u], -squares / 2


def strict_size(count):
    return next(k for k in range(1, 100) if k * (k - 1) // 2 == count)


def full_size(count):
    return next(k for k in range(1, 100) if k * (k + 1) // 2 == count)


def cholesky_corr(u):
    size = strict_size(len(u))
    x = [[mpf(0)] * size for _ in range(size)]
    x[0][0] = mpf(1)
    jacobian, k = mpf(0), 0
    for i in range(1, size):
        squares = mpf(0)
        for j in range(i):
            z = tanh(u[k])
            k += 1
            jacobian += log(1 - z * z)
            if j > 0:
                jacobian += log(1 - squares) / 2
            x[i][j] = z * sqrt(1 - squares)
            squares += x[i][j] ** 2
        x[i][i] = sqrt(1 - squares)
    return [v for row in x for v in row], jacobian


def times_transpose(rows):
    n = len(rows)
    return [sum(rows[i][k] * rows[j][k] for k in range(n)) for i in range(n) for j in range(n)]


def corr_matrix(u):
    """w of the upper triangle: w(i,j) = z(i,j) prod over i' < i of sqrt(1 - z(i',j)^2)."""
    size = strict_size(len(u))
    z = [[mpf(0)] * size for _ in range(size)]
    values = iter(u)
    for i in range(size):
        for j in range(i + 1, size):
            z[i][j] = tanh(next(values))
    w = [[mpf(0)] * size for _ in range(size)]
    for j in range(size):
        left = mpf(1)
        for i in range(j):
            w[i][j] = z[i][j] * left
            left *= sqrt(1 - z[i][j] ** 2)
        w[j][j] = left
    jacobian = sum(log(1 - tanh(v) ** 2) for v in u)
    for i in range(1, size):
        for j in range(i + 1, size + 1):
            jacobian += mpf(size - i - 1) / 2 * log(1 - z[i - 1][j - 1] ** 2)
    return times_transpose([list(column) for column in zip(*w)]), jacobian


def cholesky_cov(u):
    size = full_size(len(u))
    rows, jacobian, k = [[mpf(0)] * size for _ in range(size)], mpf(0), 0
    for i in range(size):
        for j in range(i + 1):
            rows[i][j] = exp(u[k]) if i == j else u[k]
            jacobian += u[k] if i == j else 0
            k += 1
    return [v for row in rows for v in row], jacobian


def cov_matrix(u):
    flat, _ = cholesky_cov(u)
    size = full_size(len(u))
    rows = [flat[i * size:(i + 1) * size] for i in range(size)]
    jacobian = size * log(mpf(2)) + sum(
        (size - k + 1 + 1) * log(rows[k - 1][k - 1]) for k in range(1, size + 1))
    return times_transpose(rows), jacobian


def below(size, diagonal):
    return [i * size + j for i in range(size) for j in range(i + diagonal)]


def volume(function, u, free):
    """The log-determinant of the derivative; of its Gram matrix where no elements are free."""
    n = len(u)
    step = mpf(10) ** -15
    columns = []
    for j in range(n):
        ends = [function([v + sign * step * (i == j) for i, v in enumerate(u)])[0]
                for sign in (-1, 1)]
        columns.append([(b - a) / (2 * step) for a, b in zip(*ends)])
    if free is None:
        gram = matrix(n, n)
        for i in range(n):
            for j in range(n):
                gram[i, j] = sum(a * b for a, b in zip(columns[i], columns[j]))
        return log(det(gram)) / 2
    jacobian = matrix(n, n)
    for j in range(n):
        for i, k in enumerate(free):
            jacobian[i, j] = columns[j][k]
    return log(fabs(det(jacobian)))


CASES = [
    ("ordered", "ordered", ordered, [1, 2, 5], lambda n: list(range(n))),
    ("positive-ordered", "ordered", positive_ordered, [1, 2, 5], lambda n: list(range(n))),
    ("simplex", "stick-breaking", stick_breaking, [1, 2, 6], lambda n: list(range(n))),
    ("simplex", "isometric-log-ratio", isometric_log_ratio, [1, 2, 6], lambda n: list(range(n))),
    ("sum-to-zero", "sum-to-zero", sum_to_zero, [1, 2, 6], lambda n: None),
    ("unit-vector", "unit-vector", unit_vector, [1, 2, 5], lambda n: ()),
    ("cholesky-corr", "partial-correlations", cholesky_corr, [1, 3, 10],
     lambda n: below(strict_size(n), 0)),
    ("corr", "partial-correlations", corr_matrix, [1, 3, 10], lambda n: below(strict_size(n), 0)),
    ("cholesky-cov", "cholesky", cholesky_cov, [1, 3, 10], lambda n: below(full_size(n), 1)),
    ("cov", "cholesky", cov_matrix, [1, 3, 10], lambda n: below(full_size(n), 1)),
]


def text(numbers):
    return ";".join(repr(float(v)) for v in numbers)


def main():
    source = random.Random(20251)
    for constraint, transform, function, counts, free in CASES:
        for count in counts:
            for scale in (0.7, 3.0):
                u = [mpf(round(source.gauss(0, scale), 3)) for _ in range(count)]
                x, jacobian = function(u)
                if free(count) != ():
                    assert fabs(volume(function, u, free(count)) - jacobian) < 1e-18, constraint
                print(",".join([constraint, transform, text(u), text(x), text([jacobian])]))


main()
