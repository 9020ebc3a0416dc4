#!/usr/bin/python3
"""The pages that are tested, and what they must say, read from the result files with h5py.

    make_pages.py UOR FOLDER
"""
import json
import pathlib
import shutil
import subprocess
import sys

import h5py
import numpy as np

RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")
SEVERAL = ("RF4", "R1F", "RGT", "RJ1", "RTH", "RYJ", "RWA")


def odds_of(path):
    """By scenario: odds of each rating and their paired change, in per cent, of the first trust."""
    with h5py.File(path) as file:
        odds, change = (100 * file[name][:, 0] for name in ("rating_odds", "rating_odds_change"))
        above = 100 * file["fit_draw_odds"][:, 0]  # scenario, draw, better than inadequate, requires improvement, good
        titles = [title.decode() for title in file["scenario_title"][:]]
    reached = np.concatenate([np.full_like(above[..., :1], 100), above, np.zeros_like(above[..., :1])], axis=-1)
    ranges = np.quantile(reached[..., :-1] - reached[..., 1:], (0.05, 0.95), axis=1)  # end, scenario, rating
    return [{"title": title, "percent": odds[side].tolist(), "range": ranges[:, side].T.tolist(), "change": change[side].tolist()}
            for side, title in enumerate(titles)]


def trusts_of(path):
    """Of the last scenario, by trust: the odds of inadequate, in per cent."""
    with h5py.File(path) as file:
        codes = [code.decode() for code in file["trust"][:]]
        return dict(zip(codes, (100 * file["rating_odds"][-1, :, 0]).tolist()))


def main(uor, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def done(*words):
        subprocess.run([uor, *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)

    several = [word for code in SEVERAL for word in ("--trust", code)]
    done("run", "cip_slippage", "--trust", "RF4", "--trials", "1024", "--out", "trust.h5", "--quiet")
    done("run", "baseline", "--trust", "R1F", "--trials", "256", "--out", "alone.h5", "--quiet")
    done("run", "sector_slippage", *several, "--trials", "256", "--out", "sector.h5", "--quiet")
    done("run", "recovery_plan", "--trust", "RF4", "--trials", "1024", "--out", "plan.h5", "--quiet")
    done("report", "trust.h5")
    done("report", "trust.h5:all_20", "plan.h5", "-o", "both.html", "--quick")
    done("report", "trust.h5", "--brief", "-o", "brief.html")
    done("report", "alone.h5", "--quick")
    done("report", "sector.h5", "--quick")
    expected = {"odds": odds_of(folder / "trust.h5"), "trusts": trusts_of(folder / "sector.h5"), "ratings": RATINGS}
    (folder / "expected.json").write_text(json.dumps(expected))


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
