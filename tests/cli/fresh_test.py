"""Figures of its own that a trust gives with their month and source."""

import json

import program


class Test(program.ProgramTest):
    def own(self, name="mine.toml", frame='policy_year = "2018/19"\n', **reported):
        lines = "".join(f"{field} = {value}\n" for field, value in {"operating_expenses": 380, **reported}.items())
        return self.write(name, f'schema = 1\ncode = "MINE"\nname = "Mine"\n{frame}[reported]\n{lines}')

    def dna(self, value=7.0, month="2018-11", **more):
        beside = "".join(f", {key} = {json.dumps(text)}" for key, text in more.items())
        return {"dna_rate": f'{{ value = {value}, month = "{month}"{beside} }}', "dna_rate_year_ago": 9.5,
                "last_closed_month": 8}

    def rated(self, *words):
        return json.loads(self.done("rate", *words, "--trials", "400", "--json"))

    def score(self, own):
        return next(row for row in self.rated(own)["metrics"] if row["id"] == "dna_rate")["score"]

    def test_a_fresher_figure_counts_with_its_credit_against_what_was_published_before(self):
        """M045 of docs/framework.md."""
        plain = self.score(self.own(dna_rate=7.0, dna_rate_year_ago=9.5, last_closed_month=8))
        fresh = self.score(self.own(**self.dna()))
        older = self.score(self.own(**self.dna(month="2018-08")))
        self.assertEqual(older, plain)  # no fresher than what is published by now: as published
        # three months late: 7 + 3/12 x 2.5 = 7.625, and a quarter of the way back to 7 is 7.46875, lower is better
        self.assertLess(fresh, plain)
        same = self.own(dna_rate=7.46875, dna_rate_year_ago=9.5, last_closed_month=8)
        self.assertAlmostEqual(fresh, self.score(same), places=9)
        worse = self.score(self.own(**self.dna(value=8.0)))
        self.assertLess(worse, fresh)

    def test_credit_counts_only_where_a_figure_was_sent(self):
        run = ("run", "baseline", "--trials", "300", "--json", "--out", "r.h5", "--trust")
        without = json.loads(self.done(*run, self.own(dna_rate=7.0)))["results"][0]
        (self.folder / "r.h5").unlink()
        text = (program.SOURCE / "policies" / "metrics.toml").read_text()
        import shutil

        shutil.copytree(program.SOURCE / "policies", self.folder / "policies")
        for name in ("metrics.toml",):
            changed = text.replace("[fresh_credibility]\nvalue = 0.25", "[fresh_credibility]\nvalue = 0.9")
            self.assertNotEqual(changed, text)
            (self.folder / "policies" / name).write_text(changed)
        other = json.loads(self.done(*run, "mine.toml", "--policy", "policies/framework.toml"))["results"][0]
        self.assertEqual(other["ratings"], without["ratings"])
        self.assertEqual(other["expected_score"], without["expected_score"])

    def test_it_is_said_whether_a_figure_is_fresher(self):
        text = " ".join(self.done("rate", self.own(**self.dna(source="ward data")), "--trials", "100").split())
        self.assertIn("dna_rate is of November 2018, ward data: fresher than what is published by the rating (August 2018)",
                      text)
        text = " ".join(self.done("rate", self.own(**self.dna(month="2018-07")), "--trials", "100").split())
        self.assertIn("no fresher than what is published", text)
        run = " ".join(self.done("run", "baseline", "--trust", self.own(**self.dna()), "--trials", "100", "--out",
                                 "r.h5").split())
        self.assertIn("dna_rate is of November 2018: no fresher than what is published by the rating (December 2018)", run)

    def test_month_and_source_reach_the_report(self):
        own = self.own(**self.dna(source="ward data"))
        self.done("run", "baseline", "--trust", own, "--trials", "100", "--out", "r.h5", "--quiet")
        report = json.loads(self.done("report", "r.h5", "--json"))
        row = next(row for row in report["trusts"][0]["metrics"] if row["id"] == "dna_rate")
        self.assertEqual((row["month"], row["source"], row["direction"], row["year_ago"]),
                         ("2018-11", "ward data", "improved", 9.5))
        self.done("report", "r.h5", "-o", "r.html")
        page = (self.folder / "r.html").read_text()
        self.assertIn("November 2018, ward data; over twelve months improved from 9.5 to 7.0", page)

    def test_csv_and_workbook_say_the_same(self):
        toml = self.rated(self.own(**self.dna(source="ward data")))
        csv = self.write("mine.csv", "code,name,policy_year,operating_expenses,dna_rate_month,dna_rate,dna_rate_source,"
                                     "dna_rate_year_ago,last_closed_month\n"
                                     "MINE,Mine,2018/19,380,11/2018,7.0,ward data,9.5,8\n")
        self.assertEqual(self.rated(csv)["ratings"], toml["ratings"])
        self.done("init", "mine.xlsx", "--trust", "mine.toml")
        self.assertEqual(self.rated("mine.xlsx")["ratings"], toml["ratings"])
        self.assertEqual(self.rated("mine.xlsx")["notes"], toml["notes"])

    def test_rounding_may_stand_beside(self):
        self.done("rate", self.own(dna_rate='{ value = 7, rounding = 0.5, month = "2018-11" }'), "--trials", "100")

    def test_what_is_no_month_or_comes_too_late_is_refused(self):
        for month in ("2018-13", "yesterday", "2018"):
            self.refused("check", self.own(**self.dna(month=month)), says=["mine.toml:", "dna_rate", month, "2018-11"])
        self.refused("check", self.own(**self.dna(month="2019-05")), says=["mine.toml:", "dna_rate is of May 2019",
                                                                         "after the rating (March 2019"])
        self.refused("check", self.own(interim_support='{ value = 3, month = "2018-11" }'),
                     says=["a month is given for interim_support", "delete the month"])
        self.refused("check", self.write("bad.csv", "code,name,operating_expenses,dna_rate,dna_rate_month\n"
                                                    "MINE,Mine,380,,2018-11\n"), says=["bad.csv:2", "no value"])


if __name__ == "__main__":
    program.main()
