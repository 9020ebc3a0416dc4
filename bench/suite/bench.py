"""Measures the engine, holds it against its targets, and writes docs/performance.md.

    scripts/bench                 everything; writes bench/results.json, takes some minutes
    scripts/bench --quick         fewer rounds, fewer trials; writes nothing unless --out is given
    scripts/bench --out FILE      another file for the results
    scripts/bench --doc           measures nothing; writes docs/performance.md from bench/results.json
    scripts/bench --check         measures and writes nothing; fails when that page is not what it would write

What is compared is measured in turns in one run, on one core, and each figure is the median of its rounds. Prints raw
nanoseconds and the ratios a to g with their targets; exits 1 when one is missed by more than 10 %.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "bench" / "suite"), str(ROOT / "bench" / "numpy")]
import page  # noqa: E402
import targets  # noqa: E402

RESULTS, PAGE = ROOT / "bench" / "results.json", ROOT / "docs" / "performance.md"


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--doc", action="store_true", help="write docs/performance.md from bench/results.json")
    parser.add_argument("--check", action="store_true", help="compare docs/performance.md with bench/results.json")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and trials")
    parser.add_argument("--out", type=pathlib.Path, help="results file (default: bench/results.json)")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "release", help="build folder")
    return parser.parse_args()


def prefer():
    """Ahead of whatever else the machine does, where that is allowed."""
    try:
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    except OSError:
        pass


def say(text):
    print(f"\r\033[K{text}" if sys.stderr.isatty() else text, end="" if sys.stderr.isatty() else "\n", file=sys.stderr,
          flush=True)


def print_raw(figures):
    print(f"\n{'raw':24}{'ns':>12}  of one        noise")
    for name, figure in figures.items():
        print(f"{name:24}{figure['median']:12.3f}  {figure['unit']:12}{100 * figure['noise']:6.1f} %")


def print_sizes(sizes):
    print()
    for name, value in sizes.items():
        print(f"{name:24}{value:12.3f}")


def print_ratios(rows):
    print()
    for row in rows:
        word = "at least" if row["at_least"] else "at most"
        verdict = "reached" if row["reached"] else "MISSED" if row["missed"] else "within 10 %"
        verdict += "" if row["counted"] else " (printed, does not decide)"
        aim = f", aim {row['aim']:g}" if row["aim"] else ""
        print(f"{row['letter']}  {row['title']:42}{row['value']:9.3f}  {word} {row['target']:g}{aim}  {verdict}")


def measured(given):
    """Everything that is measured, as bench/results.json holds it."""
    # Memory first: a child's peak is no less than its parent's was when it was started. [getrusage(2), fork(2)]
    import machine
    import memory
    described = machine.described(ROOT)
    sizes = memory.measured(given.build, given.quick, say)
    import google
    import peers
    import speed
    results = speed.measured(given.build, given.quick, say)
    benchmarks = google.measured(given.build, given.quick, say)
    sides = benchmarks["sides"]
    sizes.update(compile_ms=sides["compile_one_change"]["ns"] / 1e6, sides_64_mb=sides["odds_of_64_sides"]["peak_mb"])
    say("the sector, NumPy and OpenTURNS")
    beside = peers.measured(given.build, given.quick, results["info"], benchmarks)
    raw = {name: figure["median"] for name, figure in results["figures"].items()}
    return {"machine": described, "info": results["info"], "ns": raw, "figures": results["figures"], "sizes": sizes,
            "ratios": targets.judged({**raw, **sizes}, results["info"]), "peers": beside, "google": benchmarks}


def measure(given):
    if given.build == ROOT / "build" / "release":
        subprocess.run([ROOT / "scripts" / "build", "release", "uor", "bench/all"], check=True)
    prefer()
    results = measured(given)
    print_raw(results["figures"])
    print_sizes(results["sizes"])
    print_ratios(results["ratios"])
    out = given.out or (None if given.quick else RESULTS)
    if out:
        out.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
        print(f"\nwritten: {out}")
    if out == RESULTS:
        PAGE.write_text(page.written(results), encoding="utf-8")
    missed = [row["title"] for row in results["ratios"] if row["missed"] and row["counted"]]
    if missed:
        print("missed by more than 10 %: " + "; ".join(missed))
    return 1 if missed else 0


def main():
    given = options()
    if not (given.doc or given.check):
        return measure(given)
    text = page.written(json.loads(RESULTS.read_text(encoding="utf-8")))
    if given.doc:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/performance.md is not what bench/results.json gives; run scripts/bench --doc")
    return 1


if __name__ == "__main__":
    sys.exit(main())
