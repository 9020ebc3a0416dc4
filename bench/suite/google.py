"""The Google Benchmark programs, one concept each, condensed to a median a benchmark."""

import json
import os
import subprocess

PROGRAMS = ("draw", "plugin", "rate", "summary", "pipeline", "sides", "store", "wiring")
PLAIN = {"name", "run_name", "run_type", "repetitions", "repetition_index", "threads", "iterations", "real_time",
         "cpu_time", "time_unit", "family_index", "per_family_instance_index", "aggregate_name", "aggregate_unit"}


def medians(answer):
    """{name: {"ns": processor time an iteration, counters}} of a program's JSON."""
    scale = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}
    found = {}
    for row in answer["benchmarks"]:
        if row.get("aggregate_name", "median") != "median":
            continue
        name = row.get("run_name", row["name"])
        time = row["real_time"] if "real_time" in name or "manual_time" in name else row["cpu_time"]
        found[name] = {"ns": time * scale[row["time_unit"]],
                       **{key: value for key, value in row.items() if key not in PLAIN}}
    return found


def measured(build, quick, tell):
    """{program: medians}"""
    cores = os.sched_getaffinity(0)
    results = {}
    for name in PROGRAMS:
        tell(f"{name}_bench")
        words = [str(build / "bin" / f"{name}_bench"), "--benchmark_format=json",
                 f"--benchmark_min_time={0.02 if quick else 0.1}", f"--benchmark_repetitions={1 if quick else 7}",
                 *([] if quick else ["--benchmark_report_aggregates_only=true"])]
        pinned = cores if name == "pipeline" else {max(cores)}
        done = subprocess.run(words, capture_output=True, text=True, check=True,
                              preexec_fn=lambda cores=pinned: os.sched_setaffinity(0, cores))
        results[name] = medians(json.loads(done.stdout))
    return results
