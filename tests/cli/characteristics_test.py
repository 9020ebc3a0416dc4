"""The ratings characteristics of the framework, clause by clause: each holds for the trust that the clause speaks of.

Rows M007 (what good looks like), M068 (record of savings: M086, M099, M111) and M069 (positive cash: M087, M100, M125) of
docs/framework.md too.

Four trusts: at the best quartile with every prompt outstanding (bestq), at the median with every prompt good (medg), between the
median and the worse quartile with every prompt below good (needs), beyond the worse quartile and inadequate (worst).
"""

import collections
import tomllib

import h5py
import program

TRUSTS = program.SOURCE / "tests" / "fields" / "trusts"
OF_GRADE = {"outstanding": "bestq", "good": "medg", "requires_improvement": "needs", "inadequate": "worst"}
TRIALS = 500
# Row of the framework that each clause answers -> characteristics; docs/framework.md has the rows.
CLAUSES = {
    "M073": "outstanding_approach", "M074": "outstanding_discharge", "M075": "outstanding_clinical_productivity",
    "M076": "outstanding_staff_budget", "M077": "outstanding_pay_growth", "M078": "outstanding_staff_costs",
    "M079": "outstanding_staffing_models", "M080": "outstanding_job_planning", "M081": "outstanding_technology",
    "M082": "outstanding_support_services", "M083": "outstanding_corporate_services",
    "M084": "outstanding_surplus_on_plan", "M085": "outstanding_ambitious_savings",
    "M086": "outstanding_savings_last_year", "M087": "outstanding_no_interim_support",
    "M088": "good_approach", "M089": "good_discharge", "M090": "good_clinical_productivity",
    "M091": "good_readmissions_and_bed_days", "M092": "good_staff_costs", "M093": "good_staffing_models",
    "M094": "good_job_planning", "M095": "good_technology", "M096": "good_support_services",
    "M097": "good_corporate_services", "M098": "good_deficit_on_control_total", "M099": "good_savings_last_year",
    "M100": "good_cash",
    "M101": "requires_improvement_approach", "M102": "requires_improvement_best_setting",
    "M103": "requires_improvement_readmissions", "M104": "requires_improvement_clinical_productivity",
    "M105": "requires_improvement_staff_costs", "M106": "requires_improvement_rotas",
    "M107": "requires_improvement_technology", "M108": "requires_improvement_support_services",
    "M109": "requires_improvement_corporate_services", "M110": "requires_improvement_deficit_behind_plan",
    "M111": "requires_improvement_savings_last_year", "M112": "requires_improvement_interim_support",
    "M113": "inadequate_approach", "M114": "inadequate_pay_growth", "M115": "inadequate_pay_cost",
    "M116": "inadequate_staff_shortages", "M117": "inadequate_job_planning", "M118": "inadequate_corporate_services",
    "M119": "inadequate_estate_repair", "M120": "inadequate_technology", "M121": "inadequate_support_services",
    "M122": "inadequate_discharge", "M123": "inadequate_clinical_productivity",
    "M124": "inadequate_deficit_no_improvement", "M125": "inadequate_cash",
}
# Of another kind of trust than the four: a deficit that improves, or plans that get worse.
ELSEWHERE = {"good_deficit_on_control_total", "inadequate_deficit_no_improvement"}


class Test(program.ProgramTest):
    def shares(self, path, more=()):
        """By characteristic, the share of trials in which it holds for the trust of a file."""
        out = self.folder / "run.h5"
        self.done("run", "baseline", "--trust", path, "--trials", TRIALS, "--quiet", "--force", "--out", out, *more)
        with h5py.File(out) as file:
            return {name.decode(): count / TRIALS
                    for name, count in zip(file["characteristic"][()], file["characteristic_count"][0, 0])}

    def test_each_clause_mostly_holds_for_the_trust_it_speaks_of_and_not_for_the_opposite(self):
        found = {trust: self.shares(TRUSTS / f"{trust}.toml") for trust in OF_GRADE.values()}
        for clause, name in CLAUSES.items():
            grade = next(grade for grade in OF_GRADE if name.startswith(grade + "_"))
            opposite = "worst" if grade in ("outstanding", "good") else "bestq"
            self.assertIn(name, found["medg"], clause)
            self.assertLess(found[opposite][name], 0.5, f"{clause} {name} of {opposite}")
            if name not in ELSEWHERE:
                self.assertGreater(found[OF_GRADE[grade]][name], 0.4, f"{clause} {name} of {OF_GRADE[grade]}")

    def test_a_trust_has_mostly_the_characteristics_of_its_grade(self):
        for grade, trust in OF_GRADE.items():
            of_grade = collections.defaultdict(list)
            for name, share in self.shares(TRUSTS / f"{trust}.toml").items():
                of_grade[next(grade for grade in OF_GRADE if name.startswith(grade + "_"))].append(share)
            self.assertGreaterEqual(len(of_grade[grade]), 12)
            self.assertLessEqual(sum(share < 0.5 for share in of_grade[grade]), 0.25 * len(of_grade[grade]), trust)
            mean = {name: sum(shares) / len(shares) for name, shares in of_grade.items()}
            if grade != "outstanding":  # who is outstanding is good too
                self.assertEqual(max(mean, key=mean.get), grade, mean)

    def test_a_deficit_counts_by_its_plan_beside_last_year(self):
        """M098, M110 and M124: a plan that improves and is met, or one that does neither."""
        medg = (TRUSTS / "medg.toml").read_text(encoding="utf-8").replace("ie_margin = 0.5", "ie_margin = -3")
        improves, worsens = (
            self.shares(self.write("plan.toml", medg.replace(
                "[judged]", f"planned_surplus = {plan}\nsustainability_allocation = 0\n\n[judged]")))
            for plan in (-7, -20))
        self.assertGreater(improves["good_deficit_on_control_total"], worsens["good_deficit_on_control_total"] + 0.2)
        for name in ("requires_improvement_deficit_behind_plan", "inadequate_deficit_no_improvement"):
            self.assertGreater(worsens[name], improves[name] + 0.2, name)

    def test_every_clause_says_of_what_grade_it_is_and_where_it_stands_in_the_framework(self):
        path = program.SOURCE / "sectors" / "acute" / "characteristics.toml"
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["rating"]["characteristic"]
        for row in rows:
            self.assertTrue(row["id"].startswith(row["rating"] + "_"), row["id"])
            self.assertTrue(row["source"].startswith("framework, " + row["rating"].replace("_", " ")), row["id"])
        self.assertGreaterEqual(len(rows), 72)


if __name__ == "__main__":
    program.main()
