"""Actions: what they cost, from when they act, what a plan says in words and brings in pounds."""

import json

import program

ROSTERS = ('[[action]]\nname = "rosters"\ntitle = "Rosters and bank"\nlever = "people.agency_volume_change"\nset = -20\n'
           'from_month = 6\nowner = "Director of workforce"\none_off_cost = 0.05\nyearly_cost = 0.24\n')
REMINDERS = ('[[action]]\nname = "reminders"\nlever = "clinical.dna_rate"\nas = "add"\n'
             'distribution = { shape = "pert", lower = -2.5, mode = -1.5, upper = -0.5 }\n')
FLOW = '[[action]]\nname = "flow"\nlever = "clinical.length_of_stay_change"\nset = -5\nfrom_month = 2\n'


def scenario_of(*parts):
    return 'schema = 1\nname = "p"\ntitle = "p"\nquestion = "p?"\n' + "".join(parts)


def level(name, *actions):
    return f'[[level]]\nname = "{name}"\nactions = {json.dumps(list(actions))}\n'


def amounts(pounds, column="year"):
    return {line["id"]: line[column] for line in pounds["lines"]}


class Test(program.ProgramTest):
    def plan(self, *parts, trust=program.TRUST):
        self.write("p.toml", scenario_of(*parts))
        return json.loads(self.done("plan", trust, "--scenario", "p.toml", "--trials", "2048", "--json"))["options"]

    def run_p(self, *parts, name="p.h5", words=()):
        self.write("p.toml", scenario_of(*parts))
        return json.loads(self.done("run", "p.toml", "--trust", program.TRUST, "--trials", "2048", "--out", name, "--json",
                                    *words))

    def refused_plan(self, parts, says):
        self.write("p.toml", scenario_of(*parts))
        self.refused("plan", program.TRUST, "--scenario", "p.toml", says=says)

    def test_a_plan_is_said_in_words(self):
        actions = {action["action"]: action for action in self.plan(ROSTERS, FLOW)[0]["actions"]}
        rosters, flow = actions["rosters"], actions["flow"]
        self.assertEqual((rosters["title"], rosters["owner"]), ("Rosters and bank", "Director of workforce"))
        self.assertEqual((rosters["asked_month"], rosters["from_month"]), (6, 6))
        self.assertEqual((flow["asked_month"], flow["from_month"]), (2, 5))  # four months of lead time
        self.assertEqual(rosters["does"], "set to -20 percent")
        self.assertEqual(rosters["today"], 0)
        self.assertEqual((rosters["one_off_cost"], rosters["yearly_cost"]), (0.05, 0.24))
        self.assertTrue(flow["published"] and flow["too_late"])
        self.assertGreater(rosters["first_seen"], 6)
        text = self.done("plan", program.TRUST, "--scenario", "p.toml", "--trials", "2048")
        self.assertLess(text.index("Rosters and bank"), text.index("alone, points"))
        for words in ("acts from month 5, not from month 2", "GBP 0.05m once and GBP 0.24m a year", "Director of workforce"):
            self.assertIn(words, " ".join(text.split()))

    def test_a_run_begins_with_the_plan_and_its_file_says_the_same(self):
        found = self.run_p(ROSTERS, FLOW)
        self.assertEqual([action["action"] for action in found["plan"][0]["actions"]], ["rosters", "flow"])
        self.assertEqual(json.loads(self.done("inspect", "p.h5", "--json"))["plan"], found["plan"])
        screen = self.done("inspect", "p.h5")
        self.assertLess(screen.index("The plan: p"), screen.index("percent of trials"))

    def test_costs_are_charged_from_the_month_in_which_an_action_acts(self):
        pounds = amounts(self.plan(ROSTERS)[0]["pounds"])
        self.assertAlmostEqual(pounds["delivery"], -(0.05 + 0.24 * 7 / 12), delta=1e-12)
        full = amounts(self.plan(ROSTERS)[0]["pounds"], "full_year")
        self.assertAlmostEqual(full["delivery"], -0.24, delta=1e-12)

    def test_a_cost_that_is_not_given_is_the_policys_and_one_that_nobody_states_is_said(self):
        reminders = self.plan(REMINDERS)[0]["actions"][0]
        self.assertIn("(assumed)", reminders["cost"])
        self.assertAlmostEqual(amounts(reminders["pounds"])["delivery"], -reminders["yearly_cost"] * 9 / 12, delta=1e-12)
        price = '[[action]]\nname = "price"\nlever = "corporate.price_performance"\nset = -1\n'
        action = self.plan(price)[0]["actions"][0]
        self.assertEqual((action["cost"], action["yearly_cost"]), ("not stated", None))
        self.assertEqual(amounts(action["pounds"])["delivery"], 0)
        notes = self.run_p(price, words=("--force",))["notes"]
        self.assertTrue(any("what it costs is not stated" in note for note in notes), notes)

    def test_pounds_foot_in_the_year_and_in_a_full_year(self):
        options = self.plan(ROSTERS, REMINDERS, FLOW, level("two", "rosters", "flow"), level("all", "rosters", "reminders", "flow"))
        self.assertEqual([option["option"] for option in options], ["two", "all"])
        for pounds in [option["pounds"] for option in options] + [a["pounds"] for o in options for a in o["actions"]]:
            for column in ("year", "full_year"):
                found = amounts(pounds, column)
                parts = sum(value for name, value in found.items() if name != "surplus")
                self.assertAlmostEqual(parts, found["surplus"], delta=1e-9)
                self.assertGreater(found["own"], 0)

    def test_pounds_are_the_same_in_plan_run_and_compare(self):
        parts = (ROSTERS, FLOW, level("one", "rosters"), level("both", "rosters", "flow"))
        planned = [amounts(option["pounds"]) for option in self.plan(*parts)]
        run = [amounts(side["pounds"]) for side in self.run_p(*parts)["results"] if side["pounds"]]
        compared = json.loads(self.done("compare", "p.h5", "--json"))["comparisons"]
        for i in range(2):
            self.assertEqual(run[i], amounts(compared[i]["trusts"][0]["pounds"]))
            for line, value in run[i].items():
                self.assertAlmostEqual(value, planned[i][line], delta=1e-9, msg=line)
        self.assertIn("Sustainability", self.done("compare", "p.h5"))

    def test_a_cost_lowers_the_surplus_and_the_odds_and_shows_in_the_statement(self):
        cheap = self.run_p(ROSTERS)["results"][1]
        dear = self.run_p(ROSTERS.replace("yearly_cost = 0.24", "yearly_cost = 6"), name="dear.h5")["results"][1]
        self.assertLess(amounts(dear["pounds"])["surplus"], amounts(cheap["pounds"])["surplus"] - 3)
        self.assertLess(dear["good_or_better"], cheap["good_or_better"])
        figures = json.loads(self.done("report", "dear.h5", "--json"))["trusts"][0]["statement"]
        rows = {row["id"]: row for row in figures["sides"][1]}
        self.assertAlmostEqual(rows["delivery"]["year"], -(0.05 + 6 * 7 / 12), delta=1e-9)
        self.assertAlmostEqual(rows["income"]["year"] + rows["pay"]["year"] + rows["nonpay"]["year"] + rows["delivery"]["year"],
                               rows["ebitda"]["year"], delta=1e-9)

    def test_an_attribution_takes_costs_with_their_action(self):
        self.run_p(ROSTERS, FLOW)
        players = json.loads(self.done("attribute", "p.h5:baseline", "p.h5:p", "--json"))["players"]
        self.assertEqual([player["id"] for player in players], ["people.agency_volume_change", "clinical.length_of_stay_change"])

    def test_actions_that_cannot_be_are_refused_with_their_line(self):
        self.refused_plan((ROSTERS, ROSTERS), ["p.toml:", "two actions are named 'rosters'", "rename one"])
        self.refused_plan((ROSTERS, level("x", "roster")), ["p.toml:", "'roster'", "Did you mean 'rosters'?"])
        self.refused_plan((ROSTERS, level("x", "rosters", "rosters")), ["named twice"])
        self.refused_plan((ROSTERS, FLOW, level("x", "flow")), ["'rosters' is in no level"])
        self.refused_plan((ROSTERS.replace("= 0.24", "= -1"),), ["p.toml:", "yearly_cost", "-1"])
        self.refused_plan((ROSTERS.replace("owner", "ownr"),), ["p.toml:", "ownr", "owner"])
        self.refused_plan((ROSTERS.replace("people.agency_volume_change", "people.agency_volume_chang"),),
                          ["p.toml:", "Did you mean 'people.agency_volume_change'?"])
        self.refused_plan(('[[action]]\nname = "x"\nlever = "finance.run_rate"\nset = 0\n',), ["p.toml:", "nobody can change"])
        self.refused_plan((ROSTERS + 'overlaps = "Roster"\n',), ["p.toml:", "'Roster'", "no savings scheme"])
        self.refused_plan((ROSTERS, FLOW.replace("clinical.length_of_stay_change", "people.agency_volume_change")),
                          ["already changed in the same months"])

    def test_the_workbook_has_the_same_numbers(self):
        import openpyxl

        option = self.plan(ROSTERS, FLOW)[0]
        self.done("plan", program.TRUST, "--scenario", "p.toml", "--trials", "2048", "--xlsx", "plan.xlsx", "--odds", "0.02")
        book = openpyxl.load_workbook(self.folder / "plan.xlsx", data_only=True)
        self.assertEqual(book.sheetnames, ["Plan", "Pounds", "To reach good", "Sensitivity", "Visit"])

        def rows(sheet, key):
            table = list(book[sheet].iter_rows(values_only=True))
            head = next(i for i, row in enumerate(table) if row[0] == key)
            return [dict(zip(reversed(table[head]), reversed(row))) for row in table[head + 1:] if row[0] is not None]

        for row, action in zip(rows("Plan", "Option"), option["actions"]):
            self.assertEqual((row["Action"], row["Lever"], row["From month"]), (action["action"], action["driver"], action["from_month"]))
            alone = next(value for name, value in row.items() if name and name.startswith("Alone"))
            self.assertAlmostEqual(alone, action["alone"], delta=1e-12)
        together = rows("Pounds", "Trust")[-2]
        for line in option["pounds"]["lines"]:
            self.assertAlmostEqual(together[line["title"]], line["year"], delta=1e-12)
        solved = json.loads(self.done("solve", program.TRUST, "--for", "good", "--odds", "0.02", "--trials", "2048", "--json"))
        found = {row["Lever"]: row for row in rows("To reach good", "Lever")}
        for lever in solved["alone"][:5]:
            self.assertIn(lever["lever"], found)
        self.assertTrue(rows("Sensitivity", "Lever") and rows("Visit", "What"))
        self.refused("plan", program.TRUST, "--scenario", "p.toml", "--xlsx", "plan.txt", says=["--xlsx 'plan.txt'"])
        self.refused("plan", program.TRUST, "--scenario", "p.toml", "--odds", "0.2", says=["--xlsx"])

    def test_an_overlap_is_noted(self):
        found = self.run_p(ROSTERS + 'overlaps = "Rosters, bank and agency"\n')
        self.assertTrue(any("counted twice" in note for note in found["notes"]), found["notes"])


if __name__ == "__main__":
    program.main()
