"""Support needs and the ratings that a trust receives (M002, M019, M020, M021, M127, M128, M129, M130)."""

import json
import re
import shutil

import openpyxl

import program


class Test(program.ProgramTest):
    def rated(self, *words, trust=program.TRUST):
        return json.loads(self.done("rate", trust, "--trials", "4096", "--json", *words))

    def test_the_screen_has_support_needs_with_the_finance_score_and_the_rating_read_together(self):
        text = self.done("rate", program.TRUST, "--trials", "4096")
        self.assertIn("Support needs: Finance and use of resources", text)
        self.assertIn("Last published: use of resources inadequate (26 June 2018)", text)
        self.assertRegex(text, r"finance score of\s+3 or 4 in")

    def test_shares_of_needs_are_those_of_the_odds(self):
        rated = self.rated()
        needs = {need["rule"]: need for need in rated["support"]["needs"]}
        ratings, finance = rated["ratings"], rated["finance_score_shares"]
        self.assertAlmostEqual(needs["rating"]["share"], ratings["inadequate"] + ratings["requires_improvement"], places=12)
        self.assertAlmostEqual(needs["finance_score"]["share"], finance[2] + finance[3], places=12)
        for need in rated["support"]["needs"]:
            self.assertTrue(need["source"] and need["standing"])

    def test_all_eight_ratings_and_the_proposed_one_stand_in_one_table(self):
        received = self.rated()["received"]
        self.assertEqual([one["id"] for one in received],
                         ["safe", "effective", "caring", "responsive", "well_led", "use_of_resources_proposed",
                          "use_of_resources", "quality", "combined"])
        for one in received:
            self.assertAlmostEqual(sum(one["odds"]), 1, places=9)
        self.assertEqual(received[0]["odds"], [0, 1, 0, 0])  # as CQC published
        self.assertEqual(received[5]["odds"], received[6]["odds"])  # the policy that ships agrees with every proposal

    def test_proposed_and_final_differ_where_cqc_lowers(self):
        folder = self.folder / "policies"
        shutil.copytree(program.SOURCE / "policies", folder)
        shutil.copytree(program.SOURCE / "sectors", self.folder / "sectors")
        text = (folder / "rating.toml").read_text()
        (folder / "rating.toml").write_text(re.sub(r"lowered = 0\.0", "lowered = 0.2", text))
        lowered, shipped = self.rated("--policy", folder / "framework.toml")["received"], self.rated()["received"]
        for proposed, was in zip(lowered[5]["odds"], shipped[5]["odds"]):
            self.assertAlmostEqual(proposed, was, places=9)
        self.assertGreater(lowered[6]["odds"][0], shipped[6]["odds"][0])

    def test_page_workbook_markdown_and_json_have_both(self):
        self.done("run", "baseline", "--trust", program.TRUST, "--trials", "512", "--out", "r.h5", "--quiet")
        figures = json.loads(self.done("report", "r.h5", "--quick", "--json"))["trusts"][0]
        self.assertEqual(len(figures["received"]), 9)
        needs = [need["words"] for need in figures["support"]["needs"]]
        self.assertTrue(needs)
        self.done("report", "r.h5", "--quick", "-o", "r.html")
        self.done("report", "r.h5", "--quick", "-o", "r.md")
        self.done("report", "r.h5", "--quick", "--xlsx", "-o", "r.xlsx")
        page, markdown = (self.folder / "r.html").read_text(), (self.folder / "r.md").read_text()
        for text in (page, markdown):
            for words in ("Support needs", "The ratings that a trust receives", "Use of resources, proposed", "26 June 2018"):
                self.assertIn(words, text)
        book = openpyxl.load_workbook(self.folder / "r.xlsx")
        cells = {str(cell.value) for row in book["Support needs"].iter_rows() for cell in row}
        self.assertLessEqual(set(needs), cells)
        self.assertEqual(sum(1 for row in book["Ratings"].iter_rows() if row[0].value == program.TRUST), 9)

    def test_a_trust_in_order_has_no_financial_need(self):
        own = self.write("own.toml", 'schema = 1\ncode = "XA"\nname = "A"\n[reported]\noperating_expenses = 400\n'
                                     "capital_service_capacity = 4\nliquidity_days = 15\nie_margin = 4\n"
                                     "distance_from_plan = 1\nagency_spend = -30\n")
        rated = self.rated(trust=own)
        areas = {need["area"] for need in rated["support"]["needs"]}
        self.assertNotIn("Finances", areas)


if __name__ == "__main__":
    program.main()
