"""What is measured of NumPy beside the program: nanoseconds a unit of each name, processor time of one core."""

import time

import numpy as np

NUMBERS = 1 << 20
BLOCKS = (4096, 8192, 16384)  # numbers or trials at a time that are tried
TRIALS = 8192


def processor_ns(work, units):
    start = time.process_time_ns()
    work()
    return (time.process_time_ns() - start) / units


def normal_of(generator, size):
    """ns a number of standard_normal, `size` numbers at a time."""
    out = np.empty(size)
    return lambda: processor_ns(lambda: [generator.standard_normal(out=out) for _ in range(NUMBERS // size)], NUMBERS)


def fastest(candidates, tries=3):
    """The candidate with the least of `tries` measurements, as (label, measure)."""
    return min(((label, measure) for label, measure in candidates),
               key=lambda pair: min(pair[1]() for _ in range(tries)))


def normal():
    """standard_normal of Philox at its best block size."""
    generator = np.random.Generator(np.random.Philox(1))
    return fastest((str(size), normal_of(generator, size)) for size in (1024, 4096, 16384))


def whole(run, sizes):
    """The model with its paired baseline at the best of some block sizes."""
    def of(size):
        trials = max(size, TRIALS)
        return lambda: processor_ns(lambda: run.run(trials, size), trials)
    return fastest(((str(size), of(size)) for size in sizes), tries=1)


def generator_of_draws(make):
    """The name of the generator that draws the model's drivers fastest; `make(name)` gives a run with it."""
    runs = {name: make(name) for name in ("Philox", "PCG64", "SFC64")}
    return fastest(((name, lambda run=run: processor_ns(lambda: run.draw(4096), 4096)) for name, run in runs.items()))[0]
