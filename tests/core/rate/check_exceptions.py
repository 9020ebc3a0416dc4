#!/usr/bin/python3
"""Holds CQC's aggregation rule against every published row that states what it needs; policies/exceptions.toml names
where CQC departed from it."""
import csv
import pathlib
import sys
import tomllib
import unittest

ROOT = pathlib.Path(sys.argv.pop())
GRADES = ("inadequate", "requires_improvement", "good", "outstanding")
QUESTIONS = ("safe", "effective", "caring", "responsive", "well_led")
PUBLISHED = {"quality": "overall_quality", "combined": "combined"}
EXCEPTIONS = tomllib.loads((ROOT / "policies/exceptions.toml").read_text(encoding="utf-8"))["exception"]
RULES = tomllib.loads((ROOT / "policies/rating.toml").read_text(encoding="utf-8"))["cqc"]


def aggregate(grades, rule):
    """domain.md, section 2.2, with the figures of a row of the policy."""
    count = {grade: grades.count(grade) for grade in GRADES}
    if count["inadequate"] >= rule["inadequate_from"]:
        return "inadequate"
    if count["inadequate"] or count["requires_improvement"] >= rule["requires_improvement_from"]:
        return "requires_improvement"
    outstanding = count["outstanding"] >= rule["outstanding_from"] and not count["requires_improvement"]
    return "outstanding" if outstanding else "good"


def assessments():
    with open(ROOT / "data/assessments.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            columns = ("uor_rating", *QUESTIONS, *PUBLISHED.values())
            yield row["ods_code"], row["report_date"], {key: row[key].lower().replace(" ", "_") for key in columns}


def compared():
    """(trust, date, rating, what the rule gives, what was published) wherever a row states all that is needed."""
    for trust, date, row in assessments():
        for rating, questions in (("quality", QUESTIONS), ("combined", (*QUESTIONS, "uor_rating"))):
            grades = [row[question] for question in questions]
            if all(grade in GRADES for grade in [*grades, row[PUBLISHED[rating]]]):
                yield trust, date, rating, aggregate(grades, RULES[rating]), row[PUBLISHED[rating]]


class Exceptions(unittest.TestCase):
    def test_the_rule_gives_every_published_rating_but_the_exceptions(self):
        listed = {(row["trust"], row["date"], row["rating"]) for row in EXCEPTIONS}
        for trust, date, rating, rule, published in compared():
            if (trust, date, rating) not in listed:
                self.assertEqual(rule, published, f"{trust} {date}: {rating}; is it an exception?")

    def test_every_exception_differs_from_the_rule_as_it_says(self):
        differs = {(trust, date, rating): (rule, published)
                   for trust, date, rating, rule, published in compared() if rule != published}
        for row in EXCEPTIONS:
            key = (row["trust"], row["date"], row["rating"])
            self.assertIn(key, differs, "listed, but the rule gives what was published")
            self.assertEqual((row["rule"], row["published"]), differs[key], key)
        self.assertEqual(len(EXCEPTIONS), len(differs))

    def test_most_rows_that_state_all_ratings_are_compared(self):
        quality = sum(rating == "quality" for _, _, rating, _, _ in compared())
        combined = sum(rating == "combined" for _, _, rating, _, _ in compared())
        self.assertEqual((quality, combined), (QUALITY_ROWS, COMBINED_ROWS))

    def test_every_exception_says_what_cqc_said_and_where(self):
        for row in EXCEPTIONS:
            self.assertEqual(set(row), {"trust", "date", "rating", "rule", "published", "cqc_said", "standing", "source"})
            self.assertTrue(row["cqc_said"] and row["source"].startswith("https://"), row["trust"])
            self.assertEqual(row["standing"], "unverified" if row["cqc_said"].startswith("not stated") else "verified")

    def test_the_page_of_the_rating_names_them(self):
        page = (ROOT / "docs/model/rating.md").read_text(encoding="utf-8")
        for row in EXCEPTIONS:
            self.assertIn(f"| {row['trust']}, {row['date']} | {row['rating']} |", page)


# Rows of data/assessments.csv with the five questions and the quality rating; and with use of resources and combined.
QUALITY_ROWS, COMBINED_ROWS = 55, 37

if __name__ == "__main__":
    unittest.main()
