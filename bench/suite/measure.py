"""Interleaved measurements: each round measures every name once, so that what slows the machine down slows all."""

import json
import os
import statistics
import subprocess


class Server:
    """A bench_ratios process, on some cores, with some x86-64 level."""

    def __init__(self, program, cores, isa=None, **options):
        words = [str(word) for name, value in options.items() for word in (f"--{name}", value)]
        environment = {**os.environ, **({"UOR_ISA": str(isa)} if isa else {})}
        self.process = subprocess.Popen([program, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=environment, preexec_fn=lambda: os.sched_setaffinity(0, cores))
        self.info = json.loads(self.answer())

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"scripts/bench: bench_ratios ended with {self.process.wait()}")
        return line

    def ask(self, name):
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()

    def measure(self, name):
        self.ask(name)
        return float(self.answer())

    def case(self, name):
        return lambda: self.measure(name)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def at_once(servers, name):
    """Nanoseconds of one unit when each server does as much at the same time: the slower one's, shared by all."""
    for server in servers:
        server.ask(name)
    return max([float(server.answer()) for server in servers]) / len(servers)


def interleaved(cases, rounds, tell=lambda text: None):
    """Samples by name: `cases` is {name: measure}. One round comes before that does not count."""
    samples = {name: [] for name in cases}
    for number in range(rounds + 1):
        for name, measure in cases.items():
            value = measure()
            if number > 0:
                samples[name].append(value)
        tell(f"round {number} of {rounds}")
    return samples


def described(samples):
    """Median, quartiles' distance as a share of it, and number."""
    ordered = sorted(samples)
    n = len(ordered)
    middle = statistics.median(ordered)
    spread = ordered[(3 * n) // 4] - ordered[n // 4]
    return {"median": middle, "noise": spread / middle if middle else 0.0, "least": ordered[0], "most": ordered[-1],
            "samples": n}
