"""Words and standard normals (docs/model/sampling.md, sections 1 and 2), vectorised over trials."""

import numpy as np

MASK64 = (1 << 64) - 1
RUN_MONTH = 0xFFFFFFFF  # stands for the month of a draw that is made once a run


def fnv(text):
    """64-bit FNV-1a."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK64
    return value


def mix(x):
    """The finaliser of SplitMix64, its increment added first."""
    x = (x + 0x9E3779B97F4A7C15) & MASK64
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK64
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK64
    return x ^ (x >> 31)


def key(seed, trust, driver):
    return mix(seed ^ mix(fnv(trust) ^ mix(fnv(driver))))


def philox(counter, key64):
    """Philox 4x32-10. counter: four arrays of words; key64: a number. Gives four arrays of words."""
    c = [np.asarray(word, dtype=np.uint64) for word in counter]
    k0, k1 = key64 & 0xFFFFFFFF, key64 >> 32
    low = np.uint64(0xFFFFFFFF)
    shift = np.uint64(32)
    for _ in range(10):
        first, second = np.uint64(0xD2511F53) * c[0], np.uint64(0xCD9E8D57) * c[2]
        c = [(second >> shift) ^ c[1] ^ np.uint64(k0), second & low,
             (first >> shift) ^ c[3] ^ np.uint64(k1), first & low]
        k0, k1 = (k0 + 0x9E3779B9) & 0xFFFFFFFF, (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return c


def words(key64, month, trials):
    """The word of each trial (from 0) in a month."""
    trials = np.asarray(trials, dtype=np.uint64)
    block = np.uint64(8) * (trials // np.uint64(32)) + trials % np.uint64(8)
    zero = np.zeros_like(block)
    counter = (block & np.uint64(0xFFFFFFFF), block >> np.uint64(32), zero + np.uint64(month), zero)
    four = np.stack(philox(counter, key64))
    which = (trials // np.uint64(8)) % np.uint64(4)
    return np.take_along_axis(four, which[None].astype(int), axis=0)[0]


def own_normals(seed, trust, driver, month, trials):
    """z of a driver's own draw."""
    u = (words(key(seed, trust, driver), month, trials).astype(float) + 0.5) / 2.0 ** 32
    return quantile(u)


# AS 241, PPND16 (Wichura 1988): coefficients of the numerators and denominators, constant term first.
CENTRAL = ((3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
            4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3),
           (1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
            3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3))
NEAR = ((1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
         1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4),
        (1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
         1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9))
FAR = ((6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7),
       (1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
        1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15))


def ratio(coefficients, x):
    top, bottom = (np.polynomial.polynomial.polyval(x, part) for part in coefficients)
    return top / bottom


def quantile(u):
    """The normal quantile of u."""
    u = np.asarray(u, dtype=float)
    q = u - 0.5
    central = q * ratio(CENTRAL, 0.180625 - q * q)
    r = np.sqrt(-np.log(np.minimum(u, 1.0 - u)))
    tail = np.where(r <= 5.0, ratio(NEAR, r - 1.6), ratio(FAR, r - 5.0))
    return np.where(np.abs(q) <= 0.425, central, np.where(q < 0, -tail, tail))
