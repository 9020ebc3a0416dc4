"""Every table that has a total adds up: result file, JSON, page, workbook and screens of three kinds of trust."""

import html.parser
import json
import re
import shutil

import program

CLOSED = """schema = 1
code = "MINE"
name = "Mine"
[reported]
operating_expenses = 412.4
total_income = 421.3
employee_expenses = 262.8
interim_support = 21.5
depreciation = 12.2
pdc_dividend = 4.1
interest = 1.9
last_year_surplus = -6.4
savings_plan = 15.6
sustainability_allocation = 8.4
agency_ceiling = 11.0
agency_spend_gbp_m = 14.5
planned_surplus = -9.5
forecast_surplus = -7.3
last_closed_month = 6
income_to_date = 209.6
planned_income_to_date = 211.2
surplus_to_date = -6.3
planned_surplus_to_date = -4.2
sustainability_earned_to_date = 1.4
ebitda_to_date = 2.1
agency_to_date = 7.1
pay_to_date = 132.7
savings_delivered_to_date = 5.2
"""
SCHEMES = """
[[scheme]]
name = "Rosters"
category = "pay"
plan = 7.0
delivered_to_date = 3.1
[[scheme]]
name = "Procurement"
category = "nonpay"
plan = 5.0
start_month = 4
[[scheme]]
name = "Private patients"
category = "income"
plan = 2.6
start_month = 9
[[scheme]]
name = "Cost avoidance"
category = "not_cash"
plan = 1.0
"""


class Tables(html.parser.HTMLParser):
    """Tables of a page: (attributes, rows of texts of cells)."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.cell = [], None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append((dict(attrs), []))
        elif tag == "tr" and self.tables:
            self.tables[-1][1].append([])
        elif tag in ("td", "th") and self.tables and self.tables[-1][1]:
            self.cell = []

    def handle_data(self, data):
        if self.cell is not None:
            self.cell.append(data)

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.tables[-1][1][-1].append("".join(self.cell).strip())
            self.cell = None

    def having(self, attribute):
        return [rows for attributes, rows in self.tables if attribute in attributes]


def number(text):
    return float(text.replace("\u2212", "-").replace(",", "").replace("+", ""))


def digit(text):
    """The last digit shown."""
    decimals = re.search(r"\.(\d+)", text)
    return 10.0 ** -len(decimals.group(1)) if decimals else 1.0


class Test(program.ProgramTest):
    def trusts(self):
        shutil.copy(program.SOURCE / "tests/compat/files/northgate.xlsx", self.folder / "full.xlsx")
        return {"closed": self.write("closed.toml", CLOSED), "schemes": self.write("schemes.toml", CLOSED + SCHEMES),
                "ships": program.TRUST, "full": "full.xlsx"}

    def each_run(self, scenario="cip_slippage"):
        for name, trust in self.trusts().items():
            out = f"{name}.h5"
            self.done("run", scenario, "--trust", trust, "--trials", "120", "--keep", "all", "--out", out, "--quiet")
            with self.subTest(name):
                yield name, out

    def shown_sum(self, texts, total, says):
        """Sums of what is shown differ from the total shown by at most one last digit a line."""
        parts = [text for text in texts if text]
        allowed = sum(digit(text) for text in [*parts, total]) * 0.5 + 1e-9
        self.assertLessEqual(abs(sum(map(number, parts)) - number(total)), allowed, f"{says}: {parts} is not {total}")

    def near(self, left, right, says):
        self.assertLessEqual(abs(left - right), 1e-9 * max(abs(left), abs(right), 100.0), f"{says}: {left} is not {right}")

    def check_statement(self, statement):
        self.assertTrue(statement["sides"])
        for side in statement["sides"]:
            rows = {row["id"]: row for row in side}
            columns = [*range(12), "year"]
            value = {name: [*row["mean"], row["year"]] for name, row in rows.items()}
            for name, row in rows.items():
                self.near(sum(row["mean"]), row["year"], f"months of {name}")
            for at in range(len(columns)):
                ebitda = value["income"][at] + value["pay"][at] + value["nonpay"][at]
                self.near(ebitda, value["ebitda"][at], "earnings")
                charges = sum(value[name][at] for name in ("depreciation", "interest", "dividend"))
                self.near(ebitda + charges, value["before_fund"][at], "before the fund")
                self.near(value["before_fund"][at] + value["fund"][at], value["surplus"][at], "surplus")

    def check_steps(self, sides):
        """Balances of a bridge are the one before and the changes between."""
        for steps in sides:
            level = None
            for step in steps:
                if step["total"]:
                    self.near(step["mean"] if level is None else level, step["mean"], step["id"])
                    level = step["mean"]
                else:
                    level += step["mean"]

    def check_schemes(self, schemes):
        for rows, total in zip(schemes["sides"], schemes["totals"]):
            self.near(sum(row["delivered"] for row in rows), total["delivered"], "delivered")
            if schemes["whole_year"]:
                self.near(sum(row["planned"] or 0 for row in rows), total["planned"], "planned")

    def check_json(self, name, trust):
        self.check_statement(trust["statement"])
        self.check_steps(trust["bridge"]["sides"])
        self.check_schemes(trust["schemes"])
        quarters = trust["money"]["fund_by_quarter"]
        for side in range(len(trust["statement"]["sides"])):
            first_year = [quarter for quarter in quarters if quarter["last_month"] <= 12]
            self.near(sum(quarter["earned"][side] for quarter in first_year),
                      first_year[-1]["earned_since_april"][side]["mean"], "fund by quarter")
        if name == "ships":
            self.assertIsNone(trust["own_forecast"])
        else:
            self.check_steps(trust["own_forecast"]["sides"])
            self.assertTrue(all(trust["statement"]["steps"]))

    def check_page(self, text):
        page = Tables(text)
        for rows in page.having("data-statement"):
            line = {row[0]: row[1:] for row in rows[1:]}
            for column in range(len(rows[0]) - 1):
                cells = {title: values[column] for title, values in line.items()}
                parts = [cells[title] for title in ("Income before the fund", "Pay", "Non-pay")]
                self.shown_sum(parts, cells["Earnings before charges and the fund"], rows[0][column + 1])
                charges = [cells[title] for title in line if title in ("Depreciation", "Interest with PFI",
                                                                     "Public dividend capital dividend")]
                self.shown_sum([cells["Earnings before charges and the fund"], *charges],
                               cells["Surplus before the fund"], rows[0][column + 1])
                self.shown_sum([cells["Surplus before the fund"], cells["Sustainability funding"]], cells["Surplus"],
                               rows[0][column + 1])
            for title, values in line.items():
                self.shown_sum(values[:-1], values[-1], title)
        for rows in page.having("data-schemes"):
            for column in (2, 4):
                parts = [row[column] for row in rows[1:-1] if re.search(r"\d", row[column])]
                if re.search(r"\d", rows[-1][column]) and len(parts) == len(rows) - 2:
                    self.shown_sum(parts, rows[-1][column], rows[0][column])
        for rows in page.having("data-own-forecast"):
            for column in range(1, len(rows[0])):
                cells = [row[column] for row in rows[1:]]
                self.shown_sum(cells[:-1], cells[-1], "from your forecast to ours")
        for rows in page.having("data-bridge"):
            cell = {row[0]: row[1:] for row in rows[1:]}
            titles = list(cell)
            for column in range(len(rows[0]) - 1):
                values = [cell[title][column] for title in titles]
                self.shown_sum(values[0:4], values[4], "bridge to the surplus before the fund")
                self.shown_sum(values[4:6], values[6], "bridge to the surplus")
                self.shown_sum(values[6:11], values[11], "bridge to the underlying surplus")
        self.assertTrue(page.having("data-statement") and page.having("data-schemes") and page.having("data-bridge"))

    def check_workbook(self, path):
        import openpyxl

        book = openpyxl.load_workbook(path)
        rows = [[cell.value for cell in row] for row in book["Year"].iter_rows()]
        lines = [row for row in rows if isinstance(row[15], (int, float))]
        self.assertTrue(lines)
        for row in lines:
            self.near(sum(row[3:15]), row[15], row[2])
        sides = {}
        for row in lines:
            sides.setdefault(row[1], {})[row[2]] = row[3:16]
        for line in sides.values():
            for month in range(13):
                parts = [line[title][month] for title in ("Income before the fund", "Pay", "Non-pay", "Depreciation",
                                                          "Interest with PFI", "Public dividend capital dividend")]
                self.near(sum(parts), line["Surplus before the fund"][month], "workbook")
        savings = [[cell.value for cell in row] for row in book["Savings"].iter_rows()]
        totals = [row for row in savings if row[2] == "All schemes"]
        for total in totals:
            parts = [row[5] for row in savings if row[1] == total[1] and row[2] != "All schemes"
                     and isinstance(row[5], (int, float)) and isinstance(row[7], str)]
            self.near(sum(parts), total[5], "schemes of the workbook")

    def check_result_file(self, path):
        import h5py

        with h5py.File(self.folder / path) as file:
            names = [name.decode() for name in file["quantity"][:]]
            value = {name: file["quantity_value"][:, :, names.index(name)] for name in (
                "finance.turnover", "finance.opex", "people.pay", "corporate.nonpay", "finance.depreciation",
                "finance.interest", "finance.pdc_dividend", "finance.surplus_before_fund", "finance.sustainability",
                "finance.surplus", "finance.savings_delivered", "people.agency_spend", "people.substantive_pay",
                "people.bank_spend", "finance.patient_income", "support.passthrough_drugs", "finance.other_income",
                *(f"finance.scheme_{n}_delivered" for n in range(1, 9)),
                *(f"people.pay_{group}" for group in ("doctors", "nurses", "ahps", "other")))}
        same = lambda total, *parts: self.assertLess(abs(sum(parts) - total).max(), 1e-9, "columns of the file")
        same(value["finance.opex"], value["people.pay"], value["corporate.nonpay"])
        same(value["finance.turnover"], value["finance.patient_income"], value["support.passthrough_drugs"],
             value["finance.other_income"])
        same(value["finance.surplus_before_fund"], value["finance.turnover"], -value["finance.opex"],
             -value["finance.depreciation"], -value["finance.interest"], -value["finance.pdc_dividend"])
        same(value["finance.surplus"], value["finance.surplus_before_fund"], value["finance.sustainability"])
        same(value["finance.savings_delivered"], *(value[f"finance.scheme_{n}_delivered"] for n in range(1, 9)))
        same(value["people.pay"], value["people.substantive_pay"], value["people.bank_spend"], value["people.agency_spend"])
        same(value["people.pay"], *(value[f"people.pay_{group}"] for group in ("doctors", "nurses", "ahps", "other")))

    def check_trial(self, path):
        text = self.done("explain", path, "--trial", "5")
        rows = {}
        for line in text.split("Statement by month")[1].split("Metrics in month")[0].splitlines():
            cells = re.match(r"  (\D+?) +((?:-?[\d.]+ *)+)$", line)
            if cells:
                rows.setdefault(cells.group(1), []).extend(cells.group(2).split())
        self.assertEqual(len(rows["Income"]), 12)
        for month in range(12):
            cells = {title: values[month] for title, values in rows.items()}
            costs = [cells.get(title) for title in ("Pay", "Non-pay", "Other expenses", "Depreciation", "Interest",
                                                    "PDC dividend")]
            costs = [text[1:] if text.startswith("-") else "-" + text for text in costs if text]
            self.shown_sum([cells["Income"], *costs], cells["Before the fund"], f"month {month + 1}")
            self.shown_sum([cells["Before the fund"], cells["The fund"]], cells["Surplus"], f"month {month + 1}")

    def test_tables_add_up(self):
        for name, out in self.each_run():
            figures = json.loads(self.done("report", out, "--quick", "--json"))
            self.check_json(name, figures["trusts"][0])
            self.check_result_file(out)
            self.check_trial(out)
            page, book = self.folder / f"{name}-page.html", self.folder / f"{name}-book.xlsx"
            self.done("report", out, "--quick", "-o", page)
            self.check_page(page.read_text(encoding="utf-8"))
            self.done("report", out, "--quick", "--xlsx", "-o", book)
            self.check_workbook(book)


if __name__ == "__main__":
    program.main()
