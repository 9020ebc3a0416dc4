"""The sector in one command, and the same work by NumPy and OpenTURNS, at fewer trials and scaled up."""

import os
import statistics
import tempfile
import time

import cases
import memory
import model_run

TRIALS = 100_000
SAMPLE = 16384  # trials that NumPy and OpenTURNS are measured with


def sector(program, trials):
    """All trusts in scope, 12 months, --keep summary, all cores."""
    run = program.run("baseline", "--trust", "all", "--trials", trials, "--keep", "summary")
    return {"trials": trials, "seconds": run["seconds"], "processor_seconds": run["cpu_seconds"]}


def numpy_single(generator, block):
    """ns a trial of the baseline of one trust."""
    run = model_run.NumpyRun("baseline", "RF4", generator)
    trials = max(block, SAMPLE)
    run.run(block, block)
    return cases.processor_ns(lambda: run.run(trials, block), trials)


INPUTS = {"price": ("Normal", 0, 2), "growth": ("Normal", 8, 3), "demand": ("Normal", 0, 2),
          "achieved": ("Triangular", 40, 80, 120), "noise": ("Normal", 0, 0.04), "activity": ("Normal", 1, 0.03),
          "index": ("Normal", 1.02, 0.01), "saving": ("Triangular", 5, 10, 20)}
FORMULAS = ("1.1 * max(1 + 0.6 * (activity - 1), 0) * (1 + demand / 100)",
            "(0.4 + 0.6 * max(1 + 0.6 * (activity - 1), 0) * (1 + demand / 100)) * (1 - 0.3 * saving / 100) * index",
            "(0.5 * (1 - 0.3 * saving / 100) * (1 - 0.3 * 0.5)) * index",
            "(1 + growth / 100) ^ (5.5 / 12)",
            "0.2 * achieved / 100",
            "index * max(2 * max(1 + 0.8 * (activity - 1), 0) * (1 + price / 100) * exp(noise) - 0.7 * 0.2 * achieved / 100,"
            " 0.1)",
            "index * max(1.5 * (1 + growth / 100) ^ (5.5 / 12) - 0.3 * 0.2 * achieved / 100, 0.08)")


def openturns():
    """ns a trial and month to draw the drivers of the plugin for support services and evaluate its formulas of a month;
    None where OpenTURNS is not installed."""
    try:
        import openturns as ot
    except ImportError:
        return None
    drawn = ot.ComposedDistribution([getattr(ot, shape)(*values) for shape, *values in INPUTS.values()])
    function = ot.SymbolicFunction(list(INPUTS), list(FORMULAS))

    def once():
        start = time.process_time_ns()
        function(drawn.getSample(SAMPLE))
        return (time.process_time_ns() - start) / SAMPLE

    once()
    return {"ns": statistics.median(once() for _ in range(7)), "version": ot.__version__, "inputs": len(INPUTS),
            "outputs": len(FORMULAS)}


def program_of_openturns(google):
    """What the program takes for that: the same draws, and a month of the whole plugin."""
    draw, plugin = google["draw"], google["plugin"]
    maps = {"Normal": draw["map_of/normal"]["ns"], "Triangular": draw["map_of/triangular"]["ns"]}
    drawn = sum(draw["normals"]["ns"] + maps[shape] for shape, *_ in INPUTS.values())
    return (drawn + plugin["support/month"]["ns"]) / 256


def on_one_core(work):
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        return work()
    finally:
        os.sched_setaffinity(0, cores)


def measured(build, quick, info, google):
    """Seconds of the sector's run, and nanoseconds a trial of the peers."""
    with tempfile.TemporaryDirectory(prefix="uor-bench-", dir="/dev/shm") as folder:
        found = {"sample": SAMPLE, "sector": sector(memory.Program(build / "bin" / "uor", folder),
                                                    1000 if quick else TRIALS)}
    found["numpy_single_ns"] = on_one_core(lambda: numpy_single(info["numpy_generator"], info["numpy_block"]))
    turns = on_one_core(openturns)
    if turns:
        plugin = google["plugin"]["support/month"]
        outputs = round(plugin["ns"] / 256 / plugin["ns_a_value"])
        found["openturns"] = {**turns, "program_ns": program_of_openturns(google), "program_outputs": outputs}
    return found
