"""Runs uor in two ways that must not matter and compares every dataset of the two result files, bit by bit."""
import json
import os
import subprocess
import sys
import tempfile

import h5py
import numpy as np

TRIALS = 1003   # no multiple of a lane, a leaf or a batch
PREFIX = 5003


def run(uor, out, *options, trust="RF4", trials=TRIALS, keep="all", scenario="cip_slippage", env=None):
    command = [uor, "run", scenario, "--trust", trust, "--trials", str(trials), "--seed", "11", "--keep", keep,
               "--json", "--quiet", "--out", out, *options]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **(env or {})}, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return json.loads(done.stdout)


def datasets(path):
    """Names of all datasets of a file; their bytes are read one at a time."""
    names = []
    with h5py.File(path) as file:
        file.visititems(lambda name, item: names.append(name) if isinstance(item, h5py.Dataset) else None)
    return names


# What names files and machines rather than results.
OWN = ("provenance/",)


def compare(first, second, take=lambda name, values: values):
    names, others = datasets(first), datasets(second)
    if names != others:
        sys.exit(f"datasets differ: {sorted(set(names) ^ set(others))}")
    compared = 0
    with h5py.File(first) as a, h5py.File(second) as b:
        for name in names:
            if name.startswith(OWN):
                continue
            x, y = take(name, a[name][()]), take(name, b[name][()])
            if x is None:
                continue
            same = np.array_equal(x, y) if x.dtype == object else x.tobytes() == y.tobytes()
            if not same:
                sys.exit(f"{name} differs between {first} and {second}")
            compared += 1
    if compared < 10:
        sys.exit(f"only {compared} datasets compared")
    print(f"{compared} datasets, same bits")


def threads(uor, folder):
    """1, 2 and 7 threads, each of which takes part."""
    for count in (1, 2, 7):
        done = run(uor, f"{folder}/{count}.h5", "--threads", str(count), trials=PREFIX, keep="ratings,scores,metrics")
        if done["threads"] != count:
            sys.exit(f"{done['threads']} threads took part, {count} were asked for")
    compare(f"{folder}/1.h5", f"{folder}/2.h5")
    compare(f"{folder}/1.h5", f"{folder}/7.h5")


def batches(uor, folder):
    for size in (64, 256, 4096):
        run(uor, f"{folder}/{size}.h5", "--batch", str(size))
    compare(f"{folder}/256.h5", f"{folder}/64.h5")
    compare(f"{folder}/256.h5", f"{folder}/4096.h5")


def prefix(uor, folder):
    """Raw trials of a short run are the first trials of a long one."""
    run(uor, f"{folder}/short.h5", trials=PREFIX, keep="ratings,scores,metrics,drivers")
    run(uor, f"{folder}/long.h5", trials=2 * PREFIX, keep="ratings,scores,metrics,drivers")
    by_trial = 0
    with h5py.File(f"{folder}/short.h5") as short, h5py.File(f"{folder}/long.h5") as long:
        for name in datasets(f"{folder}/short.h5"):
            x = short[name]
            axes = [axis for axis, size in enumerate(x.shape) if size == PREFIX]
            if len(axes) != 1 or long[name].shape[axes[0]] != 2 * PREFIX or x.dtype == object:
                continue
            first = np.take(long[name][()], range(PREFIX), axis=axes[0])
            if first.tobytes() != x[()].tobytes():
                sys.exit(f"{name} of {PREFIX} trials is no prefix of {2 * PREFIX}")
            by_trial += 1
    if by_trial < 5:
        sys.exit(f"only {by_trial} datasets by trial")
    print(f"{by_trial} datasets are prefixes")


def alone_and_in_sector(uor, folder):
    """A trust has the same trials and summary alone and among all trusts."""
    run(uor, f"{folder}/all.h5", trust="all", trials=64, keep="metrics")
    run(uor, f"{folder}/one.h5", trust="RF4", trials=64, keep="metrics")
    with h5py.File(f"{folder}/all.h5") as everyone, h5py.File(f"{folder}/one.h5") as one:
        codes = [code.decode() for code in everyone["trust"][()]]
        index, compared = codes.index("RF4"), 0
        for name in datasets(f"{folder}/one.h5"):
            x, y = one[name], everyone.get(name)
            axes = [axis for axis, size in enumerate(x.shape) if size == 1 and y.shape[axis] == len(codes)]
            if len(axes) != 1 or x.dtype == object or name.startswith(OWN) or name == "trust":
                continue
            picked = np.take(y[()], [index], axis=axes[0])
            if picked.tobytes() != x[()].tobytes():
                sys.exit(f"{name} of RF4 differs alone and in the sector")
            compared += 1
    if compared < 10:
        sys.exit(f"only {compared} datasets have a trust axis")
    print(f"{compared} datasets, same bits")


def moving(uor, folder):
    """Benchmarks that are made from the trusts of the run, by 1 and 3 threads and in batches of any size."""
    others = [word for code in ("R1F", "R0A", "RTH") for word in ("--trust", code)]
    for name, options in (("1", ("--threads", "1")), ("3", ("--threads", "3")), ("64", ("--batch", "64")),
                          ("4096", ("--batch", "4096"))):
        run(uor, f"{folder}/{name}.h5", *others, "--benchmarks", "moving", *options, trials=523,
            keep="ratings,scores,metrics", scenario="sector_slippage")
    for name in ("3", "64", "4096"):
        compare(f"{folder}/1.h5", f"{folder}/{name}.h5")


def instruction_sets(uor, folder):
    for level in ("2", "3", "4"):
        run(uor, f"{folder}/{level}.h5", env={"UOR_ISA": level})
    compare(f"{folder}/2.h5", f"{folder}/3.h5")
    compare(f"{folder}/2.h5", f"{folder}/4.h5")


def restart(uor, folder):
    """Running again gives the same file contents."""
    run(uor, f"{folder}/a.h5")
    run(uor, f"{folder}/b.h5")
    compare(f"{folder}/a.h5", f"{folder}/b.h5")


def compilers(uor, other, folder):
    run(uor, f"{folder}/this.h5")
    run(other, f"{folder}/other.h5")
    compare(f"{folder}/this.h5", f"{folder}/other.h5")


if __name__ == "__main__":
    case, *programs = sys.argv[1:]
    with tempfile.TemporaryDirectory() as work:
        {"threads": threads, "batches": batches, "prefix": prefix, "alone_and_in_sector": alone_and_in_sector, "moving": moving,
         "instruction_sets": instruction_sets, "restart": restart, "compilers": compilers}[case](*programs, work)
