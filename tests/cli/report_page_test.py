"""The page of `uor report`: one file, whole, that loads nothing and carries the file's figures."""

import html.parser
import json
import shutil

import program


class Page(html.parser.HTMLParser):
    """Tables as lists of rows of texts, by caption; the figures; ids; what the page would load."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.caption, self.rows, self.cell, self.ids, self.loads, self.figures = {}, None, [], None, [], [], ""
        self.in_figures = self.in_caption = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("src", "href"):
            if not attributes.get(name, "#").startswith(("#", "data:")):
                self.loads.append(attributes[name])
        self.in_figures = attributes.get("id") == "uor-figures"
        if tag == "table":
            self.rows, self.caption = [], ""
        elif tag == "caption":
            self.in_caption = True
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell = ""

    def handle_endtag(self, tag):
        if tag == "table":
            self.tables[self.caption] = self.rows
        elif tag == "caption":
            self.in_caption = False
        elif tag == "script":
            self.in_figures = False
        elif tag in ("td", "th"):
            self.rows[-1].append(self.cell)
            self.cell = None

    def handle_data(self, data):
        if self.in_figures:
            self.figures += data
        elif self.in_caption:
            self.caption += data
        elif self.cell is not None:
            self.cell += data


class Test(program.ProgramTest):
    def run_it(self, *words, scenario="cip_slippage"):
        self.done("run", scenario, "--trials", "512", "--out", "r.h5", "--quiet", *(words or ("--trust", program.TRUST)))

    def page(self, *words, **options):
        self.done("report", "r.h5", "-o", "r.html", "--quick", *words, **options)
        return Page((self.folder / "r.html").read_text())

    def test_it_loads_nothing_and_is_small(self):
        self.run_it()
        page = self.page()
        self.assertEqual(page.loads, [])
        self.assertLess((self.folder / "r.html").stat().st_size, 3 * 2**20)
        self.assertEqual(len(page.ids), len(set(page.ids)), "an id is there twice")

    def test_it_carries_the_figures_to_six_digits(self):
        self.run_it()
        carried = json.loads(self.page().figures)[0]
        figures = json.loads(self.done("report", "r.h5", "--quick", "--json"))
        self.assert_near(carried, figures)

    def assert_near(self, short, full):
        if isinstance(full, dict):
            self.assertEqual(list(short), list(full))
            for key in full:
                self.assert_near(short[key], full[key])
        elif isinstance(full, list):
            self.assertEqual(len(short), len(full))
            for pair in zip(short, full):
                self.assert_near(*pair)
        elif isinstance(full, float):
            self.assertAlmostEqual(short, full, delta=abs(full) * 1e-5)
        else:
            self.assertEqual(short, full)

    def test_its_table_of_odds_is_the_run_s(self):
        self.run_it()
        rows = self.page().tables["Use of resources rating: percent of trials, ± standard error"]
        odds = json.loads(self.done("report", "r.h5", "--quick", "--json"))["trusts"][0]["odds"]
        self.assertEqual(len(rows), 1 + len(odds))
        for row, side in zip(rows[1:], odds):
            for cell, rating in zip(row[1:5], ("inadequate", "requires_improvement", "good", "outstanding")):
                estimate = side["rating"][rating]
                value, error = cell.split(" ± ")
                self.assertEqual(value, f"{100 * estimate['value']:.1f}")
                if error.startswith("<"):  # an error is never written as nothing
                    self.assertLess(100 * estimate["standard_error"], 0.05)
                else:
                    self.assertEqual(error, f"{100 * estimate['standard_error']:.1f}")

    def test_text_of_a_user_stays_text(self):
        name = self.write("mine.toml", 'schema = 1\nname = "mine"\n'
                          'question = "</script><script>alert(1)</script><b>&"\n[run]\ntrials = 64\n')
        self.run_it("--trust", program.TRUST, scenario=name)
        page = self.page()
        whole = (self.folder / "r.html").read_text()
        self.assertNotIn("<script>alert", whole)
        self.assertIn("&lt;/script&gt;&lt;script&gt;alert(1)", whole)
        self.assertEqual(json.loads(page.figures)[0]["run"]["question"], "</script><script>alert(1)</script><b>&")

    def test_without_the_bundle_it_has_its_tables_and_says_how_to_get_charts(self):
        self.run_it()
        home = self.folder / "home"
        for name in ("data", "policies", "scenarios", "sectors"):
            shutil.copytree(program.SOURCE / name, home / name)
        result = self.uor("report", "r.h5", "-o", "r.html", "--quick", env={"UOR_HOME": str(home)})
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("npm run build", result.stderr)
        text = (self.folder / "r.html").read_text()
        self.assertIn("npm run build", text)
        self.assertGreater(len(Page(text).tables), 20)

    def test_a_run_of_one_side_has_no_scenario_in_it(self):
        self.run_it("--trust", program.TRUST, scenario="baseline")
        text = (self.page(), (self.folder / "r.html").read_text())[1]
        self.assertNotIn("From rating to rating", text)
        self.assertNotIn("<dt>Scenario</dt>", text)

    def test_the_brief_has_odds_and_how_resources_are_used(self):
        self.run_it()
        ids = self.page("--brief").ids
        self.assertIn("brief-RF4", ids)
        self.assertIn("odds-RF4", ids)
        self.assertNotIn("statements-RF4", ids)

    def test_several_runs_stand_one_after_the_other(self):
        self.run_it()
        self.done("run", "baseline", "--trust", "R1F", "--trials", "256", "--out", "b.h5", "--quiet")
        self.done("report", "r.h5", "b.h5", "-o", "both.html", "--quick")
        page = Page((self.folder / "both.html").read_text())
        self.assertEqual([run["trusts"][0]["code"] for run in json.loads(page.figures)], ["RF4", "R1F"])
        self.assertEqual(len(page.ids), len(set(page.ids)))

    def between(self, page, start):
        return next(rows for caption, rows in page.tables.items() if caption.startswith(start))

    def test_two_runs_are_compared_as_uor_compare_does(self):
        self.run_it()
        self.done("run", "recovery_plan", "--trust", program.TRUST, "--trials", "512", "--out", "p.h5", "--quiet")
        self.done("report", "r.h5:all_10", "p.h5", "-o", "both.html", "--quick")
        page = Page((self.folder / "both.html").read_text())
        compared = json.loads(self.done("compare", "r.h5:all_10", "p.h5", "--json"))["comparisons"][0]["trusts"][0]
        rows = self.between(page, "Odds of each rating, percent of trials, from \u201cAll schemes slip by 10 %, partly replaced\u201d")
        for row, rating in zip(rows[1:], ("outstanding", "good", "requires_improvement", "inadequate")):
            wanted = compared["ratings"][rating]
            self.assertEqual(row[1:3], [f"{100 * wanted[end]:.1f}" for end in ("from", "to")])
            change, error = row[3].replace("\u2212", "-").replace("no change", "0 ± 0").split(" ± ")
            self.assertAlmostEqual(float(change), 100 * wanted["change"], delta=0.051)
            self.assertAlmostEqual(float(error.removeprefix("at most ").split(",")[0].lstrip("<")), 100 * wanted["standard_error"], delta=0.11)
        against = json.loads(page.figures)[1]["against_first"]
        self.assertEqual((against["from"]["scenario"], against["why_not"]), ("all_10", ""))
        changes = against["trusts"][0]["changes"]
        for shown, wanted in zip(changes["from_to"], compared["from_to"], strict=True):
            for trials, expected in zip(shown, wanted, strict=True):
                self.assertAlmostEqual(trials, expected, delta=1e-3 * expected + 1e-9)  # a page rounds
        self.assertEqual([row["id"] for row in changes["kloes"]], [row["kloe"] for row in compared["kloe"]])
        self.assertEqual([row["id"] for row in changes["metrics"]],
                         [row["metric"].removeprefix("metric.") for row in compared["metrics"]])
        self.assertEqual({row["standard_error_is"] for row in changes["metrics"]}, {"bound"})

    def test_runs_that_cannot_be_compared_say_why(self):
        self.run_it("--trust", program.TRUST, scenario="baseline")
        self.done("run", "baseline", "--trust", program.TRUST, "--trials", "512", "--seed", "2", "--out", "s.h5", "--quiet")
        self.done("report", "r.h5", "s.h5", "-o", "both.html", "--quick")
        text = (self.folder / "both.html").read_text()
        self.assertIn("'s.h5' cannot be compared with 'r.h5': its seed is 2, not 1", text)
        self.assertIn("run it again with --seed 1", text)
        self.assertNotIn("data-changed-ratings", text.split('data-run="0"')[0])

    def test_runs_of_the_sector_are_compared_trust_by_trust(self):
        trusts = [word for code in ("RF4", "R1F", "RGT", "RJ1", "RTH", "RYJ") for word in ("--trust", code)]
        self.done("run", "sector_baseline", *trusts, "--trials", "64", "--out", "r.h5", "--quiet")
        self.done("run", "sector_slippage", *trusts, "--trials", "64", "--out", "s.h5", "--quiet")
        self.done("report", "r.h5", "s.h5", "-o", "both.html", "--quick")
        page = Page((self.folder / "both.html").read_text())
        compared = json.loads(self.done("compare", "r.h5", "s.h5", "--json"))["comparisons"][0]
        rows = self.between(page, "Trust by trust, what moved most first, from")
        self.assertEqual(len(rows), 1 + 6)
        by_size = sorted(compared["trusts"], key=lambda trust: (-abs(trust["good_or_better"]["change"]), trust["name"], trust["trust"]))
        for row, wanted in zip(rows[1:], by_size):
            good = wanted["good_or_better"]
            self.assertEqual(row[0], wanted["trust"])
            self.assertEqual(row[2:4], [f"{100 * good[end]:.1f}" for end in ("from", "to")])
        counts = self.between(page, "Number of trusts with each rating, of 6, from")
        self.assertEqual(counts[1][2], f"{compared['sector']['ratings']['outstanding']['to']:.2f}")

    def test_what_changed_in_a_run_is_in_its_page(self):
        self.run_it()
        page = self.page()
        changes = json.loads(page.figures)[0]["trusts"][0]["changes"]
        self.assertEqual(len(changes), 5)
        rows = self.between(page, "Change of the odds from")
        self.assertEqual(len(rows), 1 + 5)
        kloes = self.between(page, "Key lines of enquiry, what moved most first, from \u201cBaseline\u201d to \u201cAll schemes slip by 40 %")
        self.assertEqual(kloes[1][0], "Finance")
        metrics = self.between(page, "Metrics, mean of trials, what moved most against how far trusts lie apart first, from "
                                     "\u201cBaseline\u201d to \u201cAll schemes slip by 40 %")
        self.assertEqual(metrics[1][0], "Distance from financial plan, percentage points")
        self.assertEqual(metrics[1][-1], "worse")

    def test_a_run_of_many_sides_stays_small_and_says_what_it_shows(self):
        levels = "".join(f'[[level]]\nname = "s{i}"\ntitle = "Slip by {2 * i} %"\n[[level.change]]\n'
                         f'driver = "finance.savings_slippage"\nset = {2 * i}\n' for i in range(1, 41))
        name = self.write("forty.toml", f'schema = 1\nname = "forty"\n[run]\ntrials = 64\n{levels}')
        self.done("run", name, "--trust", program.TRUST, "--out", "r.h5", "--quiet", "--most-memory", "2")
        page = self.page()
        whole = (self.folder / "r.html").read_text()
        self.assertLess(len(whole.encode()), 3_000_000)
        sides = json.loads(page.figures)[0]["run"]["sides"]
        self.assertEqual((sides[0], sides[-1]), ("baseline", "s40"))
        self.assertLess(len(sides), 41)
        self.assertIn(f"{len(sides) - 1} of 40 scenarios are shown in full", whole)
        self.assertEqual(len(page.tables["Use of resources rating: percent of trials, ± standard error"]), 1 + 41)
        self.assertEqual(len(json.loads(self.done("report", "r.h5", "--quick", "--json"))["trusts"][0]["odds"]), 41)

    def test_how_trials_are_spread_and_what_trusts_are_compared_with_are_said(self):
        trusts = [word for code in ("RF4", "R1F", "RGT") for word in ("--trust", code)]
        self.run_it(*trusts, "--benchmarks", "moving", scenario="baseline")
        self.page()
        text = (self.folder / "r.html").read_text()
        self.assertIn("In this run every trust was compared with the quartiles and peers of all trusts", text)
        self.assertNotIn("Sobol", text)
        run = json.loads(self.done("report", "r.h5", "--quick", "--json"))["run"]
        self.assertEqual((run["points"], run["until_se"], run["moving_benchmarks"]), ("random", 0, True))
        self.done("run", "baseline", "--trust", program.TRUST, "--until-se", "0.02", "--out", "r.h5", "--quiet")
        self.page()
        self.assertIn("below 2 percentage points on every side", (self.folder / "r.html").read_text())

    def test_assumptions_are_said_in_plain_words(self):
        self.run_it("--trust", program.TRUST, scenario="baseline")
        page = self.page()
        rows = [row for caption, rows in page.tables.items() if "ssumptions" in caption for row in rows[1:]]
        self.assertIn("Not reported. National figures stand in: half of the trials between 85 and 125 %, middle 105.",
                      {row[1] for row in rows})
        for row in rows:
            self.assertNotRegex(row[1], r"\w\([-0-9.]+(, [-0-9.]+)*\)|truncated|GBP", row[0])

    def test_scenarios_that_a_file_does_not_have_are_refused(self):
        self.run_it()
        self.refused("report", "r.h5:all_11", "r.h5", says=["all_11", "Did you mean 'all_10'"])
        self.refused("report", "r.h5:all_10", says=["r.h5:all_10", "name the file alone"])
        self.assertFalse((self.folder / "r.html").exists())

    def test_the_page_may_not_replace_the_result(self):
        self.run_it("--trust", program.TRUST, scenario="baseline")
        self.refused("report", "r.h5", "-o", "r.h5", says=["r.h5", "no name of a page"])
        self.refused("report", "r.h5", "--quick", "-o", "nowhere/r.html", says=["nowhere/r.html"], code=1)

    def test_what_cannot_be_written_as_asked_is_refused_before_anything_is(self):
        self.run_it("--trust", program.TRUST, scenario="baseline")
        shutil.copy(self.folder / "r.h5", self.folder / "other.h5")
        for words, says in ((("-o", "r.xlsx"), ["r.xlsx", "--xlsx"]), (("-o", "other.h5"), ["other.h5", ".html"]),
                            (("--json", "-o", "r.json"), ["--json", "--out"]), (("--json", "--brief"), ["--brief"]),
                            (("--trust", program.TRUST, "--trust", program.TRUST), [program.TRUST, "twice"])):
            self.refused("report", "r.h5", *words, says=says)
        self.assertEqual((self.folder / "other.h5").read_bytes(), (self.folder / "r.h5").read_bytes())
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["other.h5", "r.h5"])

    def test_todays_odds_are_what_rate_says(self):
        self.run_it()
        study = json.loads(self.done("report", "r.h5", "--json"))["trusts"][0]["study"]
        rated = json.loads(self.done("rate", program.TRUST, "--trials", "512", "--json"))
        for share, rating in zip(study["today"], ("inadequate", "requires_improvement", "good", "outstanding")):
            self.assertAlmostEqual(share, rated["ratings"][rating], delta=1e-9)


if __name__ == "__main__":
    program.main()
