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
                self.assertEqual(cell, f"{100 * estimate['value']:.1f} ± {100 * estimate['standard_error']:.1f}")

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
        for name in ("data", "policies", "scenarios"):
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

    def test_the_page_may_not_replace_the_result(self):
        self.run_it("--trust", program.TRUST, scenario="baseline")
        self.refused("report", "r.h5", "-o", "r.h5", says=["the result file itself"])
        self.refused("report", "r.h5", "--quick", "-o", "nowhere/r.html", says=["nowhere/r.html"], code=1)

    def test_what_the_assumptions_cost_is_what_rate_says(self):
        self.run_it()
        study = json.loads(self.done("report", "r.h5", "--json"))["trusts"][0]["study"]
        rated = json.loads(self.done("rate", program.TRUST, "--trials", "512", "--json"))
        self.assertEqual(study["unknowns"][0]["where"], rated["unknown"][0]["id"])
        self.assertAlmostEqual(study["unknowns"][0]["share"], rated["unknown"][0]["worth"], delta=1e-9)


if __name__ == "__main__":
    program.main()
