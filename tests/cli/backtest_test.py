"""`uor fit` and `uor backtest`: the shipped policy is the output of a fit, and its odds beat base rates and regression."""

import json
import pathlib

import program

KEYS = {"rps", "log_loss", "qwk", "accuracy"}
RATINGS = ["inadequate", "requires_improvement", "good", "outstanding"]


class Test(program.ProgramTest):
    def backtest(self, *words):
        return json.loads(self.done("backtest", "--json", *words))

    def test_the_shipped_numbers_are_what_a_fit_writes(self):
        self.done("fit", "--out", "fitted.toml", "--part")
        shipped = (program.SOURCE / "policies" / "fitted.toml").read_text()
        self.assertEqual((self.folder / "fitted.toml").read_text(), shipped)

    def test_cross_validated_odds_beat_base_rates_and_do_not_lose_to_the_regression(self):
        result = self.backtest("--cross-validate", "5")
        self.assertEqual(result["n"], 61)
        self.assertTrue(result["cross_validated"])
        self.assertLess(result["rps"], 0.65 * result["reference"]["base"]["rps"])
        self.assertLessEqual(result["difference"]["regression"]["rps"], 0)
        self.assertGreaterEqual(result["qwk"], 0.65)
        for bin in result["reliability"]:
            if bin["count"] >= 8:
                self.assertLessEqual(abs(bin["observed"] - bin["expected"]), 2 * bin["standard_error"], bin)

    def test_the_object_has_what_others_read(self):
        result = self.backtest("--trials", "64")
        self.assertLessEqual(KEYS | {"n", "skipped", "reference", "trusts"}, set(result))
        for reference in ("base", "regression"):
            self.assertLessEqual(KEYS, set(result["reference"][reference]))
        self.assertEqual(len(result["trusts"]), result["n"])
        for trust in result["trusts"]:
            self.assertEqual(list(trust["probabilities"]), RATINGS)
            self.assertAlmostEqual(sum(trust["probabilities"].values()), 1, places=9)
            self.assertIn(trust["published"], RATINGS)

    def test_a_file_never_seen_is_read_whatever_its_form(self):
        rows = (program.SOURCE / "data" / "assessments.csv").read_text().splitlines()
        self.write("plain.csv", "ods_code,uor_rating\nRF4,Inadequate\nRJ1,Good\nRTD,Outstanding\nXYZ,Good\nRDE,\n")
        self.write("other.csv", b"\xef\xbb\xbf" + ("note,uor_rating,ods_code,more\r\n" + "".join(
            f"x,{rating},{code},1\r\n" for code, rating in [("RDE", ""), ("RTD", "Outstanding"), ("XYZ", "Good"),
                                                            ("RJ1", "Good"), ("RF4", "Inadequate")])).encode())
        plain, other = (self.backtest("--assessments", name, "--trials", "64") for name in ("plain.csv", "other.csv"))
        self.assertEqual(plain["n"], 3)
        self.assertEqual(plain["skipped"], 2)
        self.assertEqual(plain["skipped_codes"], ["RDE", "XYZ"])
        self.assertAlmostEqual(plain["rps"], other["rps"], places=12)
        self.assertGreater(len(rows), 60)

    def test_what_was_known_at_the_report_date_says_less(self):
        later, then = (self.backtest("--trials", "128", *words) for words in ((), ("--at-report-date",)))
        self.assertEqual(then["facts"], "at report date")
        self.assertGreater(then["rps"], later["rps"])

    def test_few_ratings_are_said_to_be_too_few(self):
        one = self.write("one.csv", "ods_code,uor_rating\nRF4,Requires improvement\n")
        self.assertIn("1 rating is too few to tell forecasts apart", self.done("backtest", "--assessments", one))
        self.refused("backtest", "--assessments", self.write("none.csv", ""), says=["none.csv: the file of assessments is empty, copy"])

    def test_a_fitted_policy_can_be_used(self):
        self.done("fit", "--out", "mine.toml", "--trials", "64")
        self.done("run", "baseline", "--trust", program.TRUST, "--trials", "64", "--policy", "mine.toml", "--out", "r.h5")
        self.done("check", "mine.toml")

    def test_fit_does_not_write_over_a_file(self):
        self.write("mine.toml", "x = 1\n")
        self.refused("fit", "--out", "mine.toml", says=["mine.toml", "--force"])

    def test_a_bad_file_is_refused(self):
        self.write("bad.csv", "ods_code,uor_rating\nRF4,Fine\n")
        self.refused("backtest", "--assessments", "bad.csv", says=["bad.csv:2:5", "Fine", "Requires improvement"])
        self.write("unknown.csv", "ods_code,uor_rating\nXYZ,Good\n")
        self.refused("backtest", "--assessments", "unknown.csv", says=["unknown.csv", "uor trusts"])

    def test_a_policy_with_a_foreign_fit_is_refused(self):
        home = program.SOURCE / "policies"
        self.done("fit", "--out", "mine.toml", "--trials", "64")
        text = pathlib.Path(self.folder / "mine.toml").read_text()
        self.write("mine.toml", text.replace("four_hour =", "four_hours =", 1))
        self.refused("check", "mine.toml", says=["four_hours", "four_hour", "mine.toml"])
        self.assertTrue(home.exists())


if __name__ == "__main__":
    program.main()
