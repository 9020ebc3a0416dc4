"""Ratio g: peak memory and time of whole programs over trials and trusts."""

import csv
import json
import math
import os
import pathlib
import tempfile

from work import ROOT, TRUST, one_level

TRIALS, MORE_TRIALS = 1_000_000, 10_000_000
SECTOR_TRIALS = 10_000


class Program:
    """Runs of `uor`, one at a time, each with its peak memory, processor time and the size of its file."""

    def __init__(self, program, folder):
        self.program, self.folder = str(program), pathlib.Path(folder)

    def run(self, *words):
        """{"mb": peak, "cpu_seconds":, "seconds": of the simulation, "file_mb":}"""
        out, answer = self.folder / "run.h5", self.folder / "answer.json"
        words = [self.program, "run", *map(str, words), "--out", str(out), "--json"]
        with answer.open("wb") as stdout:
            child = os.posix_spawn(self.program, words, os.environ,
                                   file_actions=[(os.POSIX_SPAWN_DUP2, stdout.fileno(), 1)])
            _, status, usage = os.wait4(child, 0)
        if status != 0:
            raise SystemExit(f"scripts/bench: failed: {' '.join(words)}")
        size = out.stat().st_size
        out.unlink()
        return {"mb": usage.ru_maxrss / 1024, "cpu_seconds": usage.ru_utime + usage.ru_stime,
                "seconds": json.loads(answer.read_text(encoding="utf-8"))["seconds"], "file_mb": size / 1e6}


def exponent(sizes, seconds):
    """Slope of log time over log size, least squares."""
    x, y = [math.log(size) for size in sizes], [math.log(value) for value in seconds]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


def codes(count):
    """The first trusts of the sector."""
    with (ROOT / "data" / "trusts.csv").open(newline="", encoding="utf-8") as file:
        rows = [row["ods_code"] for row in csv.DictReader(file) if row["sector_default"] != "no"]
    return rows[:count]


def trusts_words(count):
    return [word for code in codes(count) for word in ("--trust", code)]


def over_trials(program, scenario, trust, sizes):
    """Exponent of time over trials: what starting takes, measured with one batch, is taken away."""
    start = program.run(scenario, "--trust", trust, "--trials", 256, "--threads", 1)["cpu_seconds"]
    runs = [program.run(scenario, "--trust", trust, "--trials", size, "--threads", 1) for size in sizes]
    return exponent(sizes, [run["cpu_seconds"] - start for run in runs])


def over_trusts(program, counts, trials):
    start = program.run("baseline", *trusts_words(1), "--trials", 256, "--threads", 1)["cpu_seconds"]
    runs = [program.run("baseline", *trusts_words(count), "--trials", trials, "--threads", 1) for count in counts]
    return exponent(counts, [run["cpu_seconds"] - start for run in runs])


def measured(build, quick, tell):
    """Figures by name: megabytes, seconds and exponents."""
    with tempfile.TemporaryDirectory(prefix="uor-bench-", dir="/dev/shm") as folder:
        program = Program(build / "bin" / "uor", folder)
        figures = {}
        scenario, trust = one_level(folder), TRUST
        few, many = (20_000, 200_000) if quick else (TRIALS, MORE_TRIALS)
        for name, trials in (("fewer", few), ("more", many)):
            tell(f"memory: {trials} trials")
            run = program.run(scenario, "--trust", trust, "--trials", trials, "--keep", "summary")
            figures[f"memory_{name}_trials_mb"], figures[f"{name}_trials"] = run["mb"], trials
        tell("memory: all trusts")
        trials = 1000 if quick else SECTOR_TRIALS
        sector = program.run("baseline", "--trust", "all", "--trials", trials)
        figures.update(sector_trials=trials, memory_sector_mb=sector["mb"], file_sector_mb=sector["file_mb"], sector_seconds=sector["seconds"])
        tell("time over trials")
        figures["exponent_trials"] = over_trials(program, "baseline", trust,
                                                 [n * (4096 if quick else 131072) for n in (1, 4, 16)])
        tell("time over trusts")
        figures["exponent_trusts"] = over_trusts(program, [8, 32, 128], 512 if quick else 16384)
    return figures
