"""From z to a value (docs/model/sampling.md, section 4)."""

import math
import re

import numpy as np

from philox import quantile

PARAMETERS = {"constant": ("value",), "normal": ("mean", "sd"), "lognormal": ("median", "sigma"),
              "uniform": ("lower", "upper"), "triangular": ("lower", "mode", "upper"),
              "pert": ("lower", "mode", "upper"), "beta": ("lower", "upper", "alpha", "beta"),
              "quartiles": ("lower", "median", "upper"), "bernoulli": ("probability",)}

_erfc = np.vectorize(math.erfc, otypes=[float])


def probability(z):
    """P(Z <= z)."""
    return 0.5 * _erfc(-np.asarray(z, dtype=float) / math.sqrt(2.0))


def parse(text):
    """A distribution as the catalogue writes it: "pert(0, 15, 60)"."""
    shape, inner = re.fullmatch(r"(\w+)\((.*)\)", text).groups()
    return {"shape": shape, **dict(zip(PARAMETERS[shape], (float(part) for part in inner.split(","))))}


def beta_below(x, a, b, nodes=np.polynomial.legendre.leggauss(64)):
    """P(X <= x) of Beta(a, b) for a, b >= 1, by Gauss-Legendre quadrature over whichever side is shorter."""
    constant = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    at, weight = nodes

    def from_zero(end, a, b):
        # t = end s^2 with s in 0..1 smooths the density's start at fractional exponents.
        s = 0.5 * (at + 1.0)
        t = end[:, None] * s ** 4
        with np.errstate(divide="ignore"):
            density = np.exp(constant + (a - 1) * np.log(t) + (b - 1) * np.log1p(-t))
        return 0.5 * np.sum(weight * density * 4 * end[:, None] * s ** 3, axis=1)

    return np.where(x < 0.5, from_zero(np.minimum(x, 0.5), a, b), 1.0 - from_zero(np.minimum(1.0 - x, 0.5), b, a))


def beta_quantile(u, a, b):
    """x with P(X <= x) = u, by bisection and then Newton's method."""
    shape = np.shape(u)
    u = np.ravel(u)
    low, high = np.zeros_like(u), np.ones_like(u)
    for _ in range(30):
        middle = 0.5 * (low + high)
        below = beta_below(middle, a, b) < u
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    x = 0.5 * (low + high)
    constant = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    for _ in range(2):
        density = np.exp(constant + (a - 1) * np.log(x) + (b - 1) * np.log1p(-x))
        x = np.clip(x - (beta_below(x, a, b) - u) / density, low - 1e-9, high + 1e-9)
    return np.clip(x, 0.0, 1.0).reshape(shape)


def beta_shape(d):
    """Lower bound, range, alpha and beta."""
    if d["shape"] == "beta":
        return d["lower"], d["upper"] - d["lower"], d["alpha"], d["beta"]
    width = d["upper"] - d["lower"]
    return (d["lower"], width, 1 + 4 * (d["mode"] - d["lower"]) / width, 1 + 4 * (d["upper"] - d["mode"]) / width)


def spread(d):
    """Scales of a quartiles shape below and above its median."""
    third = float(quantile(0.75))
    return (d["median"] - d["lower"]) / third, (d["upper"] - d["median"]) / third


def tails(d, x):
    """P(X <= x) and P(X > x)."""
    shape = d["shape"]
    if shape in ("normal", "lognormal", "quartiles"):
        if shape == "normal":
            z = (x - d["mean"]) / d["sd"]
        elif shape == "lognormal":
            z = math.log(x / d["median"]) / d["sigma"] if x > 0 else -math.inf
        else:
            z = (x - d["median"]) / spread(d)[0 if x < d["median"] else 1]
        return float(probability(z)), float(probability(-z))
    if x <= d["lower"]:
        return 0.0, 1.0
    if x >= d["upper"]:
        return 1.0, 0.0
    if shape == "uniform":
        below = (x - d["lower"]) / (d["upper"] - d["lower"])
    else:
        lower, width, a, b = beta_shape(d)
        below = float(beta_below(np.array([(x - lower) / width]), a, b)[0])
    return below, 1.0 - below


def truncated(d, z):
    """z moved into the part of the standard normal that the truncation keeps."""
    if "truncate" not in d or d["shape"] == "bernoulli":
        return z
    (low_below, low_above), (high_below, high_above) = (tails(d, bound) for bound in d["truncate"])
    below = low_below * probability(-z) + high_below * probability(z)
    above = low_above * probability(-z) + high_above * probability(z)
    return np.where(below < above, quantile(np.minimum(below, 0.5)), -quantile(np.minimum(above, 0.5)))


def triangular(d, z):
    """From the lower bound up to the mode, and from the upper bound down to it."""
    a, m, b = d["lower"], d["mode"], d["upper"]
    below, above = probability(z), probability(-z)
    return np.where(below <= (m - a) / (b - a), a + np.sqrt(below * (b - a) * (m - a)),
                    b - np.sqrt(above * (b - a) * (b - m)))


def value(d, z):
    """The value of a distribution at z [trial]."""
    z = truncated(d, np.asarray(z, dtype=float))
    shape = d["shape"]
    if shape == "normal":
        return d["mean"] + d["sd"] * z
    if shape == "lognormal":
        return d["median"] * np.exp(d["sigma"] * z)
    if shape == "uniform":
        return d["lower"] + (d["upper"] - d["lower"]) * probability(z)
    if shape == "quartiles":
        return d["median"] + np.where(z < 0, *spread(d)) * z
    if shape == "bernoulli":
        return np.where(z >= quantile(1 - d["probability"]), 1.0, 0.0)
    if shape == "triangular":
        return triangular(d, z)
    if shape == "empirical":
        sample = np.sort(d["sample"])
        return np.interp(probability(z) * (len(sample) - 1), np.arange(len(sample)), sample)
    lower, width, a, b = beta_shape(d)
    return lower + width * beta_quantile(probability(z), a, b)
