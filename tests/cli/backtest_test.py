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

    def test_the_numbers_of_the_policy_quality_are_what_a_fit_with_it_writes(self):
        said = self.done("fit", "--with-quality", "--out", "fitted.toml", "--part")
        shipped = (program.SOURCE / "policies" / "quality_fitted.toml").read_text()
        self.assertEqual((self.folder / "fitted.toml").read_text(), shipped)
        self.assertIn("earlier_quality", said)

    def test_cross_validated_odds_beat_base_rates_and_do_not_lose_to_the_regression(self):
        result = self.backtest("--cross-validate", "5")
        self.assertEqual(result["n"], 61)
        self.assertTrue(result["cross_validated"])
        self.assertLess(result["rps"], 0.65 * result["reference"]["base"]["rps"])
        self.assertLessEqual(result["difference"]["regression"]["rps"], 0)
        self.assertGreaterEqual(result["qwk"], 0.72)
        self.assertGreaterEqual(result["outstanding_from_good_auc"], 0.7)
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

    def test_the_report_date_is_the_default_and_hindsight_the_option(self):
        then, named, later = (self.backtest("--trials", "64", *words) for words in ((), ("--at-report-date",), ("--hindsight",)))
        self.assertIs(then["at_report_date"], True)
        self.assertEqual(then["rps"], named["rps"])
        self.assertIs(later["at_report_date"], False)
        self.assertNotEqual(then["rps"], later["rps"])

    def test_the_reference_says_how_it_was_fitted(self):
        self.assertIs(self.backtest("--trials", "64")["reference_fitted_in_sample"], True)
        self.assertIs(self.backtest("--trials", "64", "--cross-validate", "5", "--repeats", "1")["reference_fitted_in_sample"], False)

    def test_quality_is_evidence_where_it_is_asked_for(self):
        without, earlier, same_day = (self.backtest("--trials", "64", "--cross-validate", "5", "--repeats", "1", *words)
                                      for words in ((), ("--with-quality",), ("--same-day-quality",)))
        self.assertEqual([one["policy"] for one in (without, earlier, same_day)], ["framework", "quality", "quality"])
        self.assertNotEqual(without["rps"], earlier["rps"])
        self.assertLess(same_day["rps"], without["rps"])

    def test_ratings_without_dates_are_set_beside_what_is_known_now(self):
        self.write("undated.csv", "ods_code,uor_rating\nRF4,Inadequate\nRJ1,Good\n")
        self.assertIs(self.backtest("--assessments", "undated.csv", "--trials", "64")["at_report_date"], False)
        self.refused("backtest", "--assessments", "undated.csv", "--at-report-date", says=["report_date of RF4 is blank"])
        self.write("half.csv", "ods_code,uor_rating,report_date\nRF4,Inadequate,2018-06-26\nRJ1,Good,\n")
        self.refused("backtest", "--assessments", "half.csv", says=["report_date of RJ1 is blank"])

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
