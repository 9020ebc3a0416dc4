"""Odds in closed form: against NumPy, against counted grades, and what says that they are counted."""

import csv
import json
import math
import tomllib

import h5py
import numpy as np
import program

RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")


def normal(x):
    return 0.5 * np.vectorize(math.erfc)(-x / math.sqrt(2))


def policy():
    """The rating's rows with what the fit puts in their place."""
    rows, fit = (tomllib.loads((program.SOURCE / "policies" / name).read_text()) for name in ("rating.toml", "fitted.toml"))
    return rows["rating"], fit["fit"]


class Kept:
    """A result file with all that the rating is struck from."""

    def __init__(self, path):
        self.file = h5py.File(path)
        self.month = int(self.file.attrs["assessment_month"]) - 1
        self.code = self.file["trust"][0].decode()
        with open(program.SOURCE / "data" / "trusts.csv", encoding="utf-8") as file:
            self.trust = next(row for row in csv.DictReader(file) if row["ods_code"] == self.code)

    def names(self, axis):
        return [name.decode() for name in self.file[axis][:]]

    def column(self, quantity, side):
        """[trial]"""
        for axis, array in (("metric", "metric_value"), ("quantity", "quantity_value"), ("driver", "driver_value")):
            if quantity in self.names(axis):
                return self.file[array][side, 0, self.names(axis).index(quantity), self.month]
        if quantity.endswith(".score"):
            return self.file["score"][side, 0, self.names("kloe").index(quantity.removesuffix(".score")), self.month]
        text = self.trust.get(quantity.removeprefix("trust."), "no")  # the trust is not in special measures
        return np.full(self.file["rating_final"].shape[-1], float({"yes": 1, "no": 0}.get(text, text or "nan")))

    def latent(self, side, fit, rows):
        latent = sum(fit["weights"][kloe] * self.column(kloe + ".score", side) for kloe in self.names("kloe"))
        for row in rows["indicator"]:
            z = np.clip((self.column(row["quantity"], side) - row["mean"]) / row["sd"], -3, 3)
            latent = latent + fit["indicator"][row["id"]] * np.where(np.isnan(z), 0, z)
        return latent

    def holds(self, row, side):
        held = np.ones(self.file["rating_final"].shape[-1], bool)
        for test in row["when"]:
            x = self.column(test["quantity"], side)
            if "slope" in test:  # where a trial's assessors draw the line
                towards = 1 if {"below", "at_most"} & test.keys() else -1
                x = x + towards * test["slope"] * self.column("limiter_line." + row["id"], side)
            for word, compare in (("below", np.less), ("at_most", np.less_equal), ("above", np.greater),
                                  ("at_least", np.greater_equal)):
                if word in test:
                    held &= compare(x, test[word])
        return held


class Test(program.ProgramTest):
    def run_json(self, *words):
        return json.loads(self.done("run", *words, "--json", "--out", "r.h5"))

    def test_numpy_comes_to_the_same_odds_and_tables(self):
        self.run_json("cip_slippage", "--trust", "RAL", "--trials", "512", "--keep", "all")
        kept, (rows, fit) = Kept(self.folder / "r.h5"), policy()
        cuts, sd = [fit["cuts"][rating] for rating in RATINGS[1:]], rows["judgement"]["sd"]
        best = np.array([RATINGS.index(row["best"]) + 1 for row in rows["limiter"]])
        chance = np.array([fit["limiter"].get(row["id"], row["probability"]) for row in rows["limiter"]])
        sides = range(len(kept.names("scenario")))
        reach = {side: [normal((kept.latent(side, fit, rows) - cut) / sd) for cut in cuts] for side in sides}
        held = {side: np.array([kept.holds(row, side) for row in rows["limiter"]]) for side in sides}

        def spared(a, j, b, k):
            """No limiter of grade j or worse fires on a, nor one of grade k or worse on b."""
            fires = (held[a] & (best <= j)[:, None]) | (held[b] & (best <= k)[:, None])
            return np.prod(np.where(fires, 1 - chance[:, None], 1), axis=0)

        for side in sides:
            above = [np.mean(reach[side][j - 1] * spared(side, j, side, j)) for j in (1, 2, 3)]
            odds = -np.diff([1, *above, 0])
            np.testing.assert_allclose(kept.file["rating_odds"][side, 0], odds, atol=1e-9)
            at_most = np.zeros((5, 5))
            for j in range(1, 5):
                for k in range(1, 5):
                    x = reach[0][j - 1] if j < 4 else 0
                    y = reach[side][k - 1] if k < 4 else 0
                    at_most[j, k] = np.mean(1 - x * spared(0, j, side, 0) - y * spared(0, 0, side, k) +
                                            np.minimum(x, y) * spared(0, j, side, k))
            np.testing.assert_allclose(kept.file["from_to_odds"][side, 0], np.diff(np.diff(at_most, axis=0), axis=1), atol=1e-9)

    def test_json_says_how_odds_were_made_and_its_tables_add_up(self):
        run = self.run_json("cip_slippage", "--trust", "RF4", "--trials", "2048")
        base = run["results"][0]
        for result in run["results"]:
            self.assertEqual(result["estimator"], "conditional")
            self.assertEqual(result["combined_estimator"], "conditional")  # RF4's quality ratings are published
            self.assertAlmostEqual(sum(result["ratings"].values()), 1, places=12)
            moves = np.array(result["migration"]) / 2048
            for axis, of in ((1, base), (0, result)):
                np.testing.assert_allclose(moves.sum(axis), [of["ratings"][rating] for rating in RATINGS], atol=1e-12)
            change = result["change"]["good_or_better"]
            self.assertAlmostEqual(change["value"], result["good_or_better"] - base["good_or_better"], places=12)
            self.assertLess(change["standard_error"], 0.002)
            self.assertEqual(result["standard_error"]["good_or_better"], result["good_or_better_standard_error"])
            self.assertEqual(result["ratings_by_month"][-1], result["ratings"])
            p, error = result["ratings"]["requires_improvement"], result["standard_error"]["requires_improvement"]
            self.assertGreater(p * (1 - p) / 2048 / error**2, 2.5)

    def test_closed_form_and_counts_agree_over_trusts_and_scenarios(self):
        trials = 16384
        for trust, scenario in (("RF4", "cip_slippage"), ("RJ1", "winter_pressure"), ("RBD", "recovery_plan")):
            self.run_json(scenario, "--trust", trust, "--trials", trials)
            with h5py.File(self.folder / "r.h5") as file:
                for odds, counts in (("rating_odds", "rating_count"), ("rating_odds_by_month", "rating_count_by_month"),
                                     ("from_to_odds", "migration")):
                    p, share = file[odds][1:], file[counts][1:] / trials
                    error = np.sqrt(np.maximum(p * (1 - p), 1 / trials) / trials)
                    self.assertLess((np.abs(p - share) / error).max(), 4.6, (trust, odds))

    def test_a_scenario_that_draws_judgement_is_counted(self):
        self.write("drawn.toml", 'schema = 1\nname = "drawn"\ntitle = "Other assessors"\nquestion = "What if?"\n[run]\n'
                   'trusts = ["RF4"]\n[[vary]]\ndriver = "rating.judgement"\ndistribution = { shape = "normal", mean = 0.0, sd = 0.4 }\n')
        for result in self.run_json("drawn.toml", "--trials", "256")["results"]:
            self.assertEqual(result["estimator"], "counted")
        with h5py.File(self.folder / "r.h5") as file:
            self.assertEqual(file.attrs["estimator"], "counted")
            self.assertNotIn("rating_odds", file)

    def test_rating_today_says_how_too(self):
        rated = json.loads(self.done("rate", "RF4", "--trials", "1024", "--json"))
        self.assertEqual(rated["estimator"], "conditional")
        self.assertEqual(rated["standard_error"]["good_or_better"], rated["good_or_better_standard_error"])
        self.assertEqual(rated["forecast"]["estimator"], "conditional")
        for limiter in rated["limiters"]:
            without = limiter["ratings_without"]
            self.assertAlmostEqual(sum(without.values()), 1, places=12)
            self.assertGreaterEqual(without["good"] + without["outstanding"], rated["good_or_better"] - 1e-12)


if __name__ == "__main__":
    program.main()
