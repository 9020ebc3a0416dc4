"""Words of Latin hypercube and Sobol points (docs/model/sampling.md, section 1a), in NumPy and from the page alone."""

import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "crosscheck"))
import philox  # noqa: E402

BLOCK, REPLICATES = 256, 16
STRATA, ORDER, SCRAMBLE = 1, 2, 3
LOW = np.uint64(0xFFFFFFFF)
RUN_MONTH = philox.RUN_MONTH


def point_hash(key, purpose, first, second):
    return philox.mix(philox.mix(key ^ purpose) ^ (first << 32 | second))


def order(hash64):
    """The places of 0..255 in a block: six Feistel rounds on halves of four bits."""
    keys = []
    for pair in range(3):
        mixed = philox.mix((hash64 + pair) & philox.MASK64)
        keys += [mixed & 0xFFFFFFFF, mixed >> 32]
    place = np.arange(BLOCK, dtype=np.uint64)
    left, right = place >> np.uint64(4), place & np.uint64(15)
    for key in keys:
        mixed = ((right + np.uint64(key)) * np.uint64(0xCC9E2D51)) & LOW
        mixed ^= mixed >> np.uint64(15)
        mixed = (mixed * np.uint64(0x1B873593)) & LOW
        left, right = right, left ^ (mixed >> np.uint64(28))
    return left << np.uint64(4) | right


def lhs(key, month, trials):
    """Words of trials 0 .. trials - 1, a multiple of 256."""
    words = philox.words(key, month, np.arange(trials)).astype(np.uint64)
    for block in range(trials // BLOCK):
        part = slice(block * BLOCK, (block + 1) * BLOCK)
        words[part] = order(point_hash(key, STRATA, month, block)) << np.uint64(24) | words[part] >> np.uint64(8)
    return words


def reverse(x):
    out = np.zeros_like(x)
    for bit in range(32):
        out |= (x >> np.uint64(bit) & np.uint64(1)) << np.uint64(31 - bit)
    return out


def scramble(x, hash64):
    """Owen's scrambling by a hash of the bits in reverse."""
    add, odd = np.uint64(hash64 & 0xFFFFFFFF), np.uint64(hash64 >> 32 | 1)
    x = reverse(x)
    x ^= x * np.uint64(0x3D20ADEA) & LOW
    x = (x + add) & LOW
    x = x * odd & LOW
    x ^= x * np.uint64(0x05526C56) & LOW
    x ^= x * np.uint64(0x53A22864) & LOW
    return reverse(x)


def directions(polynomial):
    """32 direction numbers from (degree, inner coefficients, first numbers); None is the first dimension."""
    if polynomial is None:
        return np.array([1 << (31 - k) for k in range(32)], dtype=np.uint64)
    degree, inner, first = polynomial
    m = list(first)
    for k in range(degree, 32):
        value = m[k - degree] ^ m[k - degree] << degree
        for i in range(1, degree):
            if inner >> (degree - 1 - i) & 1:
                value ^= m[k - i] << i
        m.append(value)
    return np.array([m[k] << (31 - k) for k in range(32)], dtype=np.uint64)


def sequence(numbers, index):
    """Points of one dimension, not scrambled, as 32-bit fractions."""
    index = np.asarray(index, dtype=np.uint64)
    out = np.zeros_like(index)
    for bit in range(32):
        out ^= np.where(index >> np.uint64(bit) & np.uint64(1), numbers[bit], np.uint64(0))
    return out


def sobol(polynomials, key, month, trials):
    """Words of trials 0 .. trials - 1, a multiple of 256; polynomials from dimension 0 on."""
    dimension = 0 if month == RUN_MONTH else month - 1
    numbers = directions(polynomials[dimension])
    words = np.empty(trials, dtype=np.uint64)
    for block in range(trials // BLOCK):
        chunk, replicate = divmod(block, REPLICATES)
        index = np.uint64(chunk * BLOCK) + order(point_hash(key, ORDER, replicate, chunk))
        points = sequence(numbers, index)
        words[block * BLOCK:(block + 1) * BLOCK] = scramble(points, point_hash(key, SCRAMBLE, replicate, month))
    return words
