"""What CQC has published of a trust: its quality ratings are its own, its use-of-resources rating is shown only."""

import csv
import json

import program

QUESTIONS = ("safe", "effective", "caring", "responsive", "well_led")


class Test(program.ProgramTest):
    def ran(self, trust, *words, trials="300"):
        run = json.loads(self.done("run", "baseline", "--trust", trust, "--trials", trials, "--json", "--out", "r.h5", *words))
        (self.folder / "r.h5").unlink()
        return run

    def own(self, code, more="", frame=""):
        return self.write("mine.toml", f'schema = 1\ncode = "{code}"\nname = "Mine"\n{frame}[reported]\n'
                                       f'operating_expenses = 380\n{more}')

    def test_published_quality_ratings_are_the_trusts_own(self):
        """M128 of docs/framework.md."""
        result = self.ran("RF4")["results"][0]
        self.assertEqual(result["quality"]["requires_improvement"], 1)
        self.assertEqual(result["combined"]["requires_improvement"], 1)

    def test_so_it_is_for_every_trust_whose_five_are_published(self):
        with open(program.SOURCE / "data" / "assessments.csv", newline="", encoding="utf-8-sig") as file:
            rows = sorted(csv.DictReader(file), key=lambda row: row["report_date"])
        latest = {row["ods_code"]: row for row in rows}
        whole = [code for code, row in latest.items() if all(row[question] for question in QUESTIONS)][:6]
        with open(program.SOURCE / "data" / "trusts.csv", newline="", encoding="utf-8-sig") as file:
            known = {row["ods_code"] for row in csv.DictReader(file)}
        for code in [code for code in whole if code in known]:
            quality = self.ran(code, trials="64")["results"][0]["quality"]
            self.assertEqual(max(quality.values()), 1, code)

    def test_an_own_file_of_that_code_has_them_until_it_gives_its_own(self):
        self.assertEqual(self.ran(self.own("RF4"))["results"][0]["quality"]["requires_improvement"], 1)
        given = "".join(f'quality_{question} = "good"\n' for question in QUESTIONS)
        self.assertEqual(self.ran(self.own("RF4", given))["results"][0]["quality"]["good"], 1)
        self.assertLess(self.ran(self.own("MINE"))["results"][0]["quality"]["requires_improvement"], 1)

    def test_only_those_count_that_were_out_by_then(self):
        early = self.ran(self.own("RF4", frame='policy_year = "2017/18"\n'))
        self.assertLess(max(early["results"][0]["quality"].values()), 1)
        self.assertIsNone(early["trusts"][0]["last_published"])
        closed = self.ran(self.own("RF4", "last_closed_month = 2\n", frame='policy_year = "2018/19"\n'))
        self.assertIsNone(closed["trusts"][0]["last_published"])
        closed = self.ran(self.own("RF4", "last_closed_month = 3\n", frame='policy_year = "2018/19"\n'))
        self.assertEqual(closed["trusts"][0]["last_published"]["date"], "2018-06-26")

    def test_the_last_published_rating_is_shown_everywhere(self):
        """M022 of docs/framework.md."""
        words = "use of resources inadequate (26 June 2018)"
        self.assertIn(words, " ".join(self.done("rate", "RF4", "--trials", "100").split()))
        self.assertIn(words, " ".join(self.done("run", "baseline", "--trust", "RF4", "--trials", "100", "--out", "r.h5").split()))
        rated = json.loads(self.done("rate", "RF4", "--trials", "100", "--json"))["last_published"]
        report = json.loads(self.done("report", "r.h5", "--json"))["trusts"][0]["last_published"]
        for published in (rated, report):
            self.assertEqual((published["use_of_resources"], published["date"]), ("inadequate", "2018-06-26"))
            self.assertIn("businessdocbox", published["source"])
            self.assertEqual(published["quality_questions"]["caring"], "good")
        self.done("report", "r.h5", "-o", "r.html")
        self.done("report", "r.h5", "--brief", "-o", "brief.html")
        for page in ("r.html", "brief.html"):
            self.assertIn(words, (self.folder / page).read_text(), page)
        self.done("report", "r.h5", "--xlsx", "-o", "r.xlsx")
        import openpyxl

        texts = [str(cell.value) for row in openpyxl.load_workbook(self.folder / "r.xlsx").worksheets[0].iter_rows()
                 for cell in row if cell.value]
        self.assertTrue(any(words in text for text in texts))

    def test_it_moves_no_odds_of_use_of_resources(self):
        published = self.ran("RF4", trials="1000")["results"][0]
        home = self.folder / "home"
        import shutil

        for folder in ("data", "policies", "scenarios", "sectors"):
            shutil.copytree(program.SOURCE / folder, home / folder)
        head = (home / "data" / "assessments.csv").read_text(encoding="utf-8-sig").splitlines()[0]
        (home / "data" / "assessments.csv").write_text(head + "\nNobody,RZZ,2018,Good,,,,,,,,,\n")
        run = json.loads(self.done("run", "baseline", "--trust", "RF4", "--trials", "1000", "--json", "--out", "b.h5",
                                   env={"UOR_HOME": str(home)}))
        self.assertIsNone(run["trusts"][0]["last_published"])
        for key in ("ratings", "expected_score", "kloe", "metrics", "limiters"):
            self.assertEqual(run["results"][0][key], published[key], key)
        self.assertNotEqual(run["results"][0]["combined"], published["combined"])

    def test_a_trial_is_derived_again_with_what_was_published_then(self):
        self.done("run", "baseline", "--trust", "RF4", "--trials", "64", "--keep", "all", "--quiet", "--out", "t.h5")
        self.done("explain", "t.h5", "--trial", "3")


if __name__ == "__main__":
    program.main()
