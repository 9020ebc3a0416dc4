"""Ratio g: peak memory and time of whole programs over trials and trusts."""

import csv
import json
import math
import os
import pathlib
import statistics
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


def slope(program, start, runs, sizes, rounds):
    """Median over rounds of the exponent of time over size; `start` and `runs` are words of runs. A round gives each size
    as much work, smaller ones by more runs, in turns, so that what slows the machine down slows all. What starting takes,
    measured with one batch, is taken away from each run."""
    found = []
    for _ in range(rounds):
        seconds = [[] for _ in sizes]
        starts = []
        for turn in range(max(sizes) // min(sizes)):
            for at, size in enumerate(sizes):
                if turn % (size // min(sizes)) == 0:
                    seconds[at].append(program.run(*runs[at], "--threads", 1)["cpu_seconds"])
            starts.append(program.run(*start, "--threads", 1)["cpu_seconds"])
        least = statistics.median(starts)
        found.append(exponent(sizes, [statistics.mean(of_size) - least for of_size in seconds]))
    return statistics.median(found)


def over_trials(program, sizes, rounds):
    words = ("baseline", "--trust", TRUST, "--trials")
    return slope(program, (*words, 256), [(*words, size) for size in sizes], sizes, rounds)


def over_trusts(program, counts, trials, rounds):
    runs = [("baseline", *trusts_words(count), "--trials", trials) for count in counts]
    return slope(program, ("baseline", *trusts_words(1), "--trials", 256), runs, counts, rounds)


def measured(build, quick, tell):
    """Figures by name: megabytes, seconds and exponents."""
    with tempfile.TemporaryDirectory(prefix="uor-bench-", dir="/dev/shm") as folder:
        program = Program(build / "bin" / "uor", folder)
        figures = {}
        scenario = one_level(folder)
        few, many = (20_000, 200_000) if quick else (TRIALS, MORE_TRIALS)
        for name, trials in (("fewer", few), ("more", many)):
            tell(f"memory: {trials} trials")
            run = program.run(scenario, "--trust", TRUST, "--trials", trials, "--keep", "summary")
            figures[f"memory_{name}_trials_mb"], figures[f"{name}_trials"] = run["mb"], trials
        tell("memory: all trusts")
        trials = 1000 if quick else SECTOR_TRIALS
        sector = program.run("baseline", "--trust", "all", "--trials", trials)
        figures.update(sector_trials=trials, memory_sector_mb=sector["mb"], file_sector_mb=sector["file_mb"],
                       sector_seconds=sector["seconds"])
        rounds = 1 if quick else 3
        tell("starting")
        starts = [program.run("baseline", "--trust", TRUST, "--trials", 8)["cpu_seconds"] for _ in range(4 * rounds + 1)]
        figures["start_seconds"] = statistics.median(starts)
        tell("time over trials")
        figures["exponent_trials"] = over_trials(program, [n * (4096 if quick else 32768) for n in (1, 4, 16)], rounds)
        tell("time over trusts")
        figures["exponent_trusts"] = over_trusts(program, [8, 32, 128], 512 if quick else 4096, rounds)
    return figures
