"""docs/performance.md from bench/results.json: every figure, what it is, and what bounds it."""

import textwrap

WIDTH = 120

HEAD = """# Performance

Written by `scripts/bench` from `bench/results.json`; `scripts/bench --doc` writes it again without measuring. Figures that
are set against each other were measured in turns in one run, and each is the median of {rounds} rounds; *noise* is the
distance of the quartiles. Work on one core is timed by the clock of the processor's own time, threads by the clock on the
wall. `scripts/bench-compare A.json B.json` shows two such files side by side.

Machine: {processor}, {cores} cores, L2 {L2} and L3 {L3}, {memory_gb} GB, {system}; x86-64-v{isa_level}; commit {commit}; load
before the run {load_before}.

The work that is measured, unless said otherwise: trust {trust} for 12 months, {evaluated:,} values that nodes write a trial
({calls:,} calls of nodes for {batch_trials} trials at a time), {streams} streams of random numbers, {summarised:,} summarised
values; *paired* is the baseline and the level `{level}` of the shipped scenario `cip_slippage`.
"""

RATIOS_OF = {
    "a": "**Draws.** A normal draw is ten rounds of Philox 4x32 for four numbers, and Wichura's inverse of the normal "
         "distribution, to the last bits of a double. Its limit is its own uniform: the inverse needs a division, and in "
         "the tails a logarithm and a root. NumPy draws with `Generator(Philox).standard_normal`, a ziggurat, one number "
         "at a time.",
    "b": "**The whole run.** Draws, nodes and summary are each measured alone, on the run's own columns and with the run's "
         "own code. A quantity and month is one of all quantities that the run uses, drivers included, over the time of the nodes; "
         "with the draws that make the drivers it is `drawn_quantity_month`, and over the values that nodes write alone "
         "`written_value`. A run is for a screen unless said otherwise: it sums up the assessment month. One more side is a "
         "question about a year whose baseline is held (4,096 trials): the nodes that the lever reaches, ratings and "
         "summaries. Its limit is the vector divider and the second-level cache: a value is read and written once. The "
         "scenario shares draws with its baseline, and every node that its change cannot reach. Whole over draw is printed "
         "and does not decide: formulas of this model cost more beside its 123 streams than the limit supposed.",
    "c": "**NumPy.** The re-implementation of the model in `tests/crosscheck`, with draws of NumPy's fastest generator and "
         "a summary of the same outputs, at its best block size. Its limit is memory: each operation writes a column that "
         "the next one reads.",
    "d": "**Host.** Calling nodes, ratings and their counts, looking through sampled columns for impossible values, and "
         "handing pieces of work around. Windows over the past and published figures count as model.",
    "e": "**Threads.** The same run by the clock on the wall; both threads share the last-level cache and the memory, and "
         "where two cores of this machine are two threads of one core, that core too. What the machine allows is therefore "
         "measured beside it: the run on one thread in two programs at once, which share nothing else. Where even these "
         "stay below the target, what decides is that two threads are as fast as two programs.",
    "f": "**Keeping trials.** Files in memory (`/dev/shm`). `--keep metrics` keeps the 22 metrics of the assessment month on both "
         "sides. Storing gathers a chunk of each row and "
         "writes it once; its limit is write().",
    "g": "**Memory and growth.** Peak memory of whole programs (the paired work), and the slope of time over size on logarithmic scales, less "
         "what starting takes; 1 is proportional. Starting is a run of one side and 8 trials with its file: files read, "
         "plugins loaded, the graph wired, the file laid out. 64 sides of odds are one process with plugins and files.",
}

MEANING = {
    "draw_normal": "one standard normal number, 512 at a time",
    "philox_uniform": "its Philox word made a uniform number, no more",
    "numpy_normal": "NumPy's, at its best block size",
    "draw": "every stream of a trial to every driver, all months",
    "nodes": "from drivers to scores: nodes, windows, published figures",
    "kernels": "the nodes' own functions alone, through the C boundary",
    "summary": "sums, extremes and counts for quantiles, of the assessment month",
    "summary_screen": "the same of both sides",
    "summary_file": "the same of both sides and every month",
    "checks": "looking through what nodes wrote, as often as a run does",
    "rating": "proposed and combined ratings, and their counts",
    "dispatch": "calling every node, with no trial in the batch",
    "batch": "all of that for one batch after the other",
    "pipeline": "what a run of the baseline takes beyond its batches: pieces, progress, starting, ending",
    "whole_single": "a run of the baseline alone, for a screen",
    "one_more_side_finance": "a side that slips its savings, beside a baseline that is held",
    "one_more_side_people": "the same for sickness absence",
    "one_more_side_clinical": "the same for missed appointments",
    "whole_paired": "a run of the baseline and one level",
    "keep_summary": "that run with its result file, every month summed up",
    "keep_metrics": "that run with `--keep metrics`",
    "store_raw": "handing kept metrics to the store",
    "write_raw": "write() of as many bytes",
    "draw_normal_avx2": "as draw_normal with AVX2",
    "draw_avx2": "as draw with AVX2",
    "nodes_avx2": "as nodes with AVX2",
    "numpy_whole_paired": "NumPy's model, both sides",
    "threads_1": "the paired run on one thread",
    "threads_2": "the paired run on two threads",
    "programs_2": "the paired run on one thread, in two programs at once, for each trial of both",
    "quantity_month": "nodes, for each quantity in use and month",
    "quantity_month_avx2": "the same with AVX2",
    "drawn_quantity_month": "draw and nodes, for each quantity in use and month",
    "drawn_quantity_month_avx2": "the same with AVX2",
    "written_value": "kernels, for each value that nodes write",
    "summarised_value": "summary, for each summarised value",
    "host": "checks, rating, dispatch and pipeline",
}


def number(value):
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def head(results):
    info = results["info"]
    fill = {**results["machine"], **info, **info["single"]}
    return HEAD.format(**fill)


def table(columns, rows):
    lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def ratio_rows(rows):
    found = []
    for row in rows:
        word = "at least" if row["at_least"] else "at most"
        aim = f", aim {row['aim']:g}" if row["aim"] else ""
        verdict = "reached" if row["reached"] else "missed" if row["missed"] else "within 10 %"
        verdict += "" if row["counted"] else " (does not decide)"
        found.append([row["title"], number(row["value"]), f"{word} {row['target']:g}{aim}", verdict])
    return found


def ratios(results):
    lines = ["## Ratios and their targets", ""]
    for letter, text in RATIOS_OF.items():
        rows = [row for row in results["ratios"] if row["letter"] == letter]
        if rows:
            lines += textwrap.wrap(text, WIDTH) + [""] + table(["ratio", "is", "target", ""], ratio_rows(rows)) + [""]
    return lines


def raw(results):
    rows = [[f"`{name}`", number(figure["median"]), figure["unit"], f"{100 * figure['noise']:.1f} %", MEANING[name]]
            for name, figure in results["figures"].items()]
    return ["## Raw figures", ""] + table(["name", "ns", "of one", "noise", "what it is"], rows) + [""]


def sizes(results):
    names = {"memory_fewer_trials_mb": "peak memory, MB, {fewer_trials:,.0f} trials",
             "memory_more_trials_mb": "peak memory, MB, {more_trials:,.0f} trials",
             "memory_sector_mb": "peak memory of all trusts, {sector_trials:,.0f} trials each, MB",
             "file_sector_mb": "result file of that run, MB", "start_seconds": "starting, seconds of a processor",
             "compile_ms": "compiling one change, ms", "sides_64_mb": "peak memory, MB, 64 sides of odds", "exponent_trials": "exponent of time over trials",
             "exponent_trusts": "exponent of time over trusts"}
    held = results["sizes"]
    rows = [[text.format(**held), number(held[name])] for name, text in names.items()]
    return ["## Memory and growth", ""] + table(["", ""], rows) + [""]


def sector(results):
    peers = results["peers"]
    run, info = peers["sector"], results["info"]
    trials = 131 * run["trials"]
    rows = [["`uor run baseline --trust all --trials " + f"{run['trials']}" + " --keep summary`", f"{run['seconds']:.1f} s",
             f"{run['processor_seconds']:.1f} s", "measured, all cores"],
            ["NumPy's model", "", f"{peers['numpy_single_ns'] * trials / 1e9:,.0f} s",
             f"one core; measured with {peers['sample']:,} trials of one trust and scaled up"]]
    lines = ["## The sector in one command", ""]
    lines += textwrap.wrap(f"All 131 trusts in scope x {run['trials']:,} trials x 12 months in one command, start to end.",
                           WIDTH) + [""]
    lines += table(["", "on the wall", "of processors", ""], rows) + [""]
    turns = peers.get("openturns")
    if turns:
        lines += textwrap.wrap(
            f"OpenTURNS {turns['version']}, drawing the {turns['inputs']} inputs and evaluating {turns['outputs']} formulas "
            f"of a month of the plugin for clinical support services as a SymbolicFunction on one core, takes "
            f"{number(turns['ns'])} ns a trial and month ({peers['sample']:,} trials); the program takes "
            f"{number(turns['program_ns'])} ns for as many draws and all {turns['program_outputs']} quantities of that "
            f"plugin, its scores too. For {trials:,} trials and 12 months that would be "
            f"{turns['ns'] * trials * 12 / 1e9:,.0f} s and {turns['program_ns'] * trials * 12 / 1e9:,.1f} s. What OpenTURNS "
            "evaluates is this one plugin's arithmetic without memory; the rest of the model was not written for it.",
            WIDTH) + [""]
    return lines


def google(results):
    lines = ["## By concept", "", "Google Benchmark programs of `bench/`, one file a concept.", ""]
    for program, found in results["google"].items():
        rows = []
        for name, figures in found.items():
            counters = ", ".join(f"{key.replace('_', ' ')} {number(value)}" for key, value in figures.items()
                                 if key != "ns" and isinstance(value, (int, float)))
            rows.append([f"`{name}`", number(figures["ns"]), counters])
        lines += [f"### {program}", ""] + table(["benchmark", "ns an iteration", ""], rows) + [""]
    return lines


def written(results):
    lines = head(results).rstrip("\n").split("\n") + [""] + ratios(results) + raw(results) + sizes(results)
    lines += sector(results) + google(results)
    return "\n".join(lines).rstrip("\n") + "\n"
