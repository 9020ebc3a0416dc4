"""Ratios a to e: the program's parts and NumPy's, in turns."""

import os
import tempfile

import cases
import measure
import model_run
from work import TRUST, one_level

LEVERS = ("finance", "people", "clinical")
PROGRAM = ("draw_normal", "philox_uniform", "draw", "nodes", "kernels", "summary", "summary_screen", "summary_file",
           "checks", "rating", "dispatch", "batch", "pipeline", "whole_single", "whole_paired",
           *(f"one_more_side_{lever}" for lever in LEVERS), "keep_summary", "keep_metrics", "store_raw", "write_raw")
PARTS_OF_HOST = ("checks", "rating", "dispatch", "pipeline")


def numpy_cases(folder, quick):
    scenario = one_level(folder)
    best = "SFC64" if quick else cases.generator_of_draws(lambda name: model_run.NumpyRun(scenario, TRUST, name))
    run = model_run.NumpyRun(scenario, TRUST, best)
    normal_block, normal = cases.normal()
    block, whole = cases.whole(run, (8192,) if quick else cases.BLOCKS)
    chosen = {"numpy_normal_block": int(normal_block), "numpy_generator": best, "numpy_block": int(block)}
    return {"numpy_normal": normal, "numpy_whole_paired": whole}, chosen


def unit_of(name, info):
    return "number" if name == "numpy_normal" else info["units"].get(name.removesuffix("_avx2"), "trial")


def add_derived(figures, info):
    """Figures that follow from others, with the noise of the first of them."""
    def add(name, unit, of, value):
        figures[name] = {**figures[of], "median": value, "unit": unit, "derived": True}
        figures[name].pop("least"), figures[name].pop("most")
    median = {name: figure["median"] for name, figure in figures.items()}
    sizes = info["single"]
    # All quantities that the run uses. Nodes alone, with the windows and published figures that the host prepares for
    # them; then draws too, which make the drivers among these quantities.
    quantity_months = sizes["quantities"] * sizes["months"]
    for level in ("", "_avx2"):
        if f"nodes{level}" in median:
            nodes, draw = median[f"nodes{level}"], median[f"draw{level}"]
            add(f"quantity_month{level}", "value", f"nodes{level}", nodes / quantity_months)
            add(f"drawn_quantity_month{level}", "value", f"nodes{level}", (draw + nodes) / quantity_months)
    add("written_value", "value", "kernels", median["kernels"] / sizes["evaluated"])
    add("summarised_value", "value", "summary_file", median["summary_file"] / info["paired"]["summarised"])
    add("host", "trial", "checks", sum(figures[part]["median"] for part in PARTS_OF_HOST))


def measured(build, quick, tell):
    """{"info": what was measured, "figures": {name: median and noise}}."""
    program = build / "bin" / "bench_ratios"
    os.environ["UOR"] = str(build / "bin" / "uor")
    all_cores = os.sched_getaffinity(0)
    core = {max(all_cores)}
    trials = 16384 if quick else 262144
    two = [measure.Server(program, all_cores, trials=trials) for _ in range(2)]
    servers = {"one": measure.Server(program, core, trials=trials), "avx2": measure.Server(program, core, isa=3, trials=trials)}
    os.sched_setaffinity(0, core)
    try:
        with tempfile.TemporaryDirectory(prefix="uor-bench-") as folder:
            tell("NumPy: finding its best block size and generator")
            numpy, chosen = numpy_cases(folder, quick)
        order = {name: servers["one"].case(name) for name in PROGRAM}
        order.update({f"{name}_avx2": servers["avx2"].case(name) for name in ("draw_normal", "draw", "nodes")})
        order.update(numpy)
        order.update({name: two[0].case(name) for name in ("threads_1", "threads_2")})
        order["programs_2"] = lambda: measure.at_once(two, "threads_1")
        samples = measure.interleaved(order, 3 if quick else 7, tell)
    finally:
        os.sched_setaffinity(0, all_cores)
        for server in [*servers.values(), *two]:
            server.close()
    info = {**servers["one"].info, **chosen, "rounds": len(samples["draw"])}
    figures = {name: {**measure.described(values), "unit": unit_of(name, info)} for name, values in samples.items()}
    add_derived(figures, info)
    return {"info": info, "figures": figures}
