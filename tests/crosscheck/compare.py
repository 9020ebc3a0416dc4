"""Compares recomputed columns with stored ones."""

import numpy as np

TOLERANCE = 1e-9  # relative to the larger of the value and the column's scale


def scale_of(column):
    """A small scale of a column: a thousandth of its root mean square, so that values near zero are not asked for more
    digits than their neighbours have; a millionth at least, for columns that are the rounding of a difference."""
    return max(1e-3 * float(np.sqrt(np.mean(np.square(column)))), 1e-6)


def error_of(stored, computed):
    """Largest difference relative to max(|x|, scale); infinite where one is not finite and the other is, or differs."""
    same = (stored == computed) | (np.isnan(stored) & np.isnan(computed))
    with np.errstate(invalid="ignore"):
        error = np.abs(stored - computed) / np.maximum(np.abs(stored), scale_of(stored[np.isfinite(stored)]))
    error = np.where(same, 0.0, np.where(np.isfinite(error), error, np.inf))
    return float(error.max())


def compare(stored, history):
    """Errors by id. Every stored column has to be there: one that is not recomputed has an infinite error."""
    errors = {}
    for name, values in stored.items():
        columns = history.columns.get(name)
        if columns is None:
            errors[name] = np.inf
            continue
        if columns[1] is None:  # given at month 0 only, and held
            computed = np.broadcast_to(columns[0], values.shape)
        else:
            computed = np.array(columns[1:])
        errors[name] = error_of(values, computed)
    return errors
