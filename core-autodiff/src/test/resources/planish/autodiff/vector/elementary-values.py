"""Writes elementary-values.txt: python3 elementary-values.py > elementary-values.txt (mpmath 1.3 or newer).

Each line: function, argument(s) as hexadecimal doubles, the value at 50 digits as the sum of two
hexadecimal doubles. The values are computed with 400 digits, since huge angles need them.
"""
import random
from mpmath import mp, mpf
import mpmath

mp.dps = 400
random.seed(20261122)

FUNCTIONS = {
    "exp": (mpmath.exp, -700, 709),
    "expm1": (mpmath.expm1, -60, 709),
    "log": (mpmath.log, 0, 1e300),
    "log1p": (lambda x: mpmath.log(1 + x), -1, 1e20),
    "sin": (mpmath.sin, -1e7, 1e7),
    "cos": (mpmath.cos, -1e7, 1e7),
    "tan": (mpmath.tan, -1e7, 1e7),
    "tanh": (mpmath.tanh, -25, 25),
    "invLogit": (lambda x: 1 / (1 + mpmath.exp(-x)), -700, 40),
    "log1pExp": (lambda x: mpmath.log(1 + mpmath.exp(x)), -700, 1000),
}


def emit(name, arguments, value):
    high = float(value)
    low = float(value - mpf(high))
    print(name, *[a.hex() for a in arguments], high.hex(), low.hex())


for name, (f, low, high) in FUNCTIONS.items():
    for i in range(40):
        if i < 12:
            x = random.uniform(max(low, -2), min(high, 2))
        elif i < 24:
            x = random.uniform(low, high)
        else:
            x = min(high, 10.0 ** random.uniform(-200, 3))
            x = -x if random.random() < 0.5 and -x > low else x
        emit(name, [x], f(mpf(x)))
for i in range(40):
    x = random.uniform(0.01, 10) if i % 2 else 10.0 ** random.uniform(-300, 300)
    y = random.uniform(-690, 690) / float(mpmath.log(x))
    emit("pow", [x, y], mpf(x) ** mpf(y))
for i in range(60):
    x = random.uniform(1, 2) * 2.0 ** random.randint(22, 1022)
    x = x if random.random() < 0.5 else -x
    emit("sin", [x], mpmath.sin(mpf(x)))
    emit("cos", [x], mpmath.cos(mpf(x)))
