"""The model written again in NumPy (tests/crosscheck), as a simulation of its own: draws, months, sides, summary."""

import os
import pathlib
import sys
import tempfile

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
os.environ.setdefault("UOR", str(ROOT / "build/release/bin/uor"))
os.environ.setdefault("UOR_SOURCE", str(ROOT))
sys.path[:0] = [str(ROOT / "tests/crosscheck"), str(pathlib.Path(__file__).parent)]

import blocks  # noqa: E402
import draws  # noqa: E402
import model  # noqa: E402
import program  # noqa: E402
from tally import Tally  # noqa: E402
from result_file import words  # noqa: E402

GENERATORS = ("Philox", "PCG64", "SFC64")


class NumpyRun:
    """One trust under one scenario file, 12 months, all of its sides."""

    def __init__(self, scenario, trust, generator="SFC64", months=12):
        with tempfile.TemporaryDirectory(prefix="uor-bench-") as scratch:
            folder = pathlib.Path(scratch)
            self.result = program.run(folder, scenario, trust, trials=8, months=months)
            constants = program.constants(folder, trust)
            page = (ROOT / "docs/model/sampling.md").read_text(encoding="utf-8")
            redraw = draws.Redraw(self.result, page, np.arange(8))
            bits = getattr(np.random, generator)(1)
            self.source = blocks.Source(self.result, redraw, constants, np.random.Generator(bits))
            self.inputs = self.result.inputs()
            self.names = words(self.result.file["summarised"])

    def draw(self, count):
        return self.source.block(count)

    def run(self, trials, block):
        """Summaries of `trials` trials, `block` at a time."""
        tally = Tally(self.names, self.result.months, self.result.assessment_month, self.result.policy,
                      len(self.result.sides))
        for first in range(0, trials, block):
            baseline = None
            for side, drivers in enumerate(self.source.block(min(block, trials - first))):
                outcome = model.run(self.inputs, drivers, self.result.months)
                baseline = baseline or outcome
                tally.add(side, outcome, baseline)
        return tally.result()
