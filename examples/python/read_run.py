#!/usr/bin/python3
"""Reads a result file of `uor run`: odds, paired changes, metrics as a table, and one chart.

    read_run.py RUN.h5 [CHART.png]

Needs h5py, xarray with h5netcdf, pandas and, for the chart, matplotlib. Exits 1 when the graded trials that
it counts are not those that the file tells.
"""
import sys

import h5py
import numpy
import xarray

RATINGS = ["inadequate", "requires_improvement", "good", "outstanding"]
COLOURS = ["#a6611a", "#dfc27d", "#80cdc1", "#018571"]


def counts_from_trials(path):
    """{(scenario, trust): trials by rating, inadequate first}, counted with h5py from one byte a trial."""
    with h5py.File(path) as file:
        scenarios, trusts = file["scenario"].asstr()[:], file["trust"].asstr()[:]
        final = file["rating_final"]  # [scenario][trust][trial], 1 to 4
        return {(scenario, trust): numpy.bincount(final[i, j], minlength=5)[1:]
                for i, scenario in enumerate(scenarios) for j, trust in enumerate(trusts)}


def check_counts(path, counted):
    """How many counts differ from what the file itself says."""
    wrong = 0
    with h5py.File(path) as file:
        scenarios, trusts = list(file["scenario"].asstr()), list(file["trust"].asstr())
        for (scenario, trust), counts in counted.items():
            stored = file["rating_count"][scenarios.index(scenario), trusts.index(trust)]
            wrong += int((stored != counts).sum())
    return wrong


def odds_table(run):
    """Odds by rating, a row for each scenario and trust; the change of good or better with its paired error.

    They are means over trials of each trial's odds on its facts. Runs that count (`estimator` is "counted") have none:
    there they are shares of `rating_final`.
    """
    table = run["rating_odds"].to_series().unstack("rating")[RATINGS]
    table["good or better, change"] = run["good_or_better_change"].to_series()
    table["its error"] = run["good_or_better_change_se"].to_series()
    return table


def metrics_table(run, scenario, trust):
    """The metrics at the rating: mean, 5 to 95 percent of trials, change to the baseline with its standard error."""
    at = {"scenario": scenario, "trust": trust, "month": run.attrs["assessment_month"]}
    rows = run[["value_mean", "value_quantile", "change_mean", "change_mean_se"]].sel(at)
    rows = rows.sel(summarised=[name for name in run["summarised"].values if name.startswith("metric.")])
    table = rows[["value_mean", "change_mean", "change_mean_se"]].to_dataframe()
    table["from 5 %"] = rows["value_quantile"].sel(quantile=0.05).values
    table["to 95 %"] = rows["value_quantile"].sel(quantile=0.95).values
    table["unit"] = rows["summarised_unit"].values
    return table[["value_mean", "from 5 %", "to 95 %", "change_mean", "change_mean_se", "unit"]].round(3)


def draw(run, trust, path):
    """Odds by month of the first and the last scenario, as stacked areas."""
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot

    shown = list(dict.fromkeys([run["scenario"].values[0], run["scenario"].values[-1]]))
    figure, panels = pyplot.subplots(1, len(shown), figsize=(5 * len(shown), 4), sharey=True, squeeze=False)
    for panel, scenario in zip(panels[0], shown):
        shares = 100 * run["rating_odds_by_month"].sel(scenario=scenario, trust=trust)
        panel.stackplot(run["month"].values, shares.transpose("rating", "month").values, labels=RATINGS, colors=COLOURS)
        panel.set(title=f"{trust}, {scenario}", xlabel="month from April", xlim=(1, run.sizes["month"]), ylim=(0, 100))
    panels[0][0].set_ylabel("percent of trials, were it rated in the month")
    handles, names = panels[0][-1].get_legend_handles_labels()
    panels[0][-1].legend(handles[::-1], names[::-1], loc="lower right", framealpha=1)
    figure.tight_layout()
    figure.savefig(path, dpi=150)


def main(path, chart=None):
    counted = counts_from_trials(path)
    wrong = check_counts(path, counted)
    with xarray.open_dataset(path, engine="h5netcdf") as run:
        trust = str(run["trust"].values[0])
        print(run.attrs["question"] or run.attrs["title"], "\n")
        print("Odds, percent")
        print((100 * odds_table(run)).round(2).to_string(sparsify=False), "\n")
        scenario = str(run["scenario"].values[-1])
        print(f"Metrics of {trust} at the rating, {scenario}")
        print(metrics_table(run, scenario, trust).to_string(), "\n")
        if chart:
            draw(run, trust, chart)
            print("Chart:", chart)
    print(f"{4 * len(counted) - wrong} of {4 * len(counted)} counts are those that the file tells")
    return 0 if wrong == 0 else 1


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
