"""Trust files as people write them: accepted or refused clearly, never misread."""

import re

import program

HEADER = "code,name,total_income,operating_expenses,dna_rate,ie_margin"


class Test(program.ProgramTest):
    def table(self, row, header=HEADER, **options):
        return self.write("mine.csv", options.get("start", "") + header + "\n" + row + "\n")

    def toml(self, reported, frame='schema = 1\ncode = "MINE"\nname = "Mine"\n'):
        return self.write("mine.toml", f"{frame}[reported]\n{reported}\n")

    def value_of(self, name, title):
        """The figure that `uor trusts` echoes for a field, by its title."""
        text = self.done("trusts", name)
        found = re.search(rf"(?m)^ *\S+ +{re.escape(title)} +(\S+)", text)
        self.assertIsNotNone(found, text)
        return found.group(1)

    def test_plain_row_is_read(self):
        name = self.table("MINE,Mine,579.4,560,7.2,-2.5")
        self.assertEqual(self.value_of(name, "Total income a year"), "579")
        self.assertEqual(self.value_of(name, "Did-not-attend rate"), "7.20")

    def test_byte_order_mark_is_skipped(self):
        name = self.write("mine.csv", b"\xef\xbb\xbf" + (HEADER + "\nMINE,Mine,579.4,560,7.2,-2.5\n").encode())
        self.assertEqual(self.value_of(name, "Total income a year"), "579")

    def test_windows_line_ends_are_read(self):
        name = self.write("mine.csv", HEADER + "\r\nMINE,Mine,579.4,560,7.2,-2.5\r\n")
        self.assertEqual(self.value_of(name, "Income and expenditure margin"), "-2.50")

    def test_thousands_separators_in_quotes_are_read(self):
        name = self.table('MINE,Mine,"1,579.4","1,560",7.2,-2.5')
        self.assertEqual(self.value_of(name, "Total income a year"), "1,579")

    def test_thousands_separators_without_quotes_are_refused(self):
        self.refused("check", self.table("MINE,Mine,1,579.4,560,7.2,-2.5"), says=["mine.csv:2"])

    def test_a_code_in_small_letters_names_the_one_in_capitals(self):
        self.refused("run", "baseline", "--trust", "rf4", says=["unknown trust 'rf4'", "Did you mean 'RF4'?"])

    def test_a_workbook_of_another_kind_is_to_be_saved_as_xlsx(self):
        for name, start in (("t.ods", b"PK\x03\x04"), ("t.xls", b"\xd0\xcf\x11\xe0")):
            self.write(name, start)
            self.refused("run", "baseline", "--trust", name, says=[name, "save it as .xlsx"])
            self.refused("check", name, says=[name, "not an input file", "as .xlsx"])

    def test_a_year_that_the_policy_does_not_know_is_said(self):
        name = self.write("mine.csv", "code,name,policy_year,operating_expenses\nMINE,Mine,2023/24,560\n")
        text = " ".join(self.done("run", "baseline", "--trust", name, "--trials", "64", "--out", "r.h5").split())
        self.assertIn("Warning: policy_year is 2023/24, of which the policy 'framework' has no numbers of its own", text)
        self.assertIn("`uor trusts mine.csv` says how.", text)

    def test_pound_sign_is_read(self):
        name = self.table("MINE,Mine,£579.4,£560,7.2,-2.5")
        self.assertEqual(self.value_of(name, "Total income a year"), "579")

    def test_bracketed_negative_is_read(self):
        name = self.table("MINE,Mine,579.4,560,7.2,(2.5)")
        self.assertEqual(self.value_of(name, "Income and expenditure margin"), "-2.50")

    def test_percent_sign_on_a_percentage_is_read(self):
        name = self.table("MINE,Mine,579.4,560,7.2%,-2.5")
        self.assertEqual(self.value_of(name, "Did-not-attend rate"), "7.20")

    def test_percent_sign_on_money_is_refused(self):
        self.refused("check", self.table("MINE,Mine,579.4%,560,7.2,-2.5"), says=["mine.csv:2:11", "579.4%"])

    def test_fraction_for_a_percentage_is_refused_with_the_percentage(self):
        self.refused("check", self.table("MINE,Mine,579.4,560,0.072,-2.5"), says=["mine.csv:2", "0.072", "fraction", "7.2"])

    def test_thousands_of_pounds_for_millions_are_refused(self):
        self.refused("check", self.table("MINE,Mine,579400,560,7.2,-2.5"), says=["mine.csv:2:11", "GBP thousand", "579.4"])

    def test_pounds_for_millions_are_refused(self):
        self.refused("check", self.table("MINE,Mine,579400000,560,7.2,-2.5"), says=["mine.csv:2:11", "579.4"])

    def test_na_and_dash_and_blank_are_unknown(self):
        for blank in ("n/a", "-", "", "N/A"):
            text = self.done("trusts", self.table(f"MINE,Mine,579.4,560,{blank},-2.5"))
            self.assertIn("dna_rate: not reported", " ".join(text.split()))

    def test_words_for_a_number_are_refused(self):
        self.refused("check", self.table("MINE,Mine,579.4,560,about 7,-2.5"), says=["mine.csv:2", "about 7", "number"])

    def test_nan_is_refused(self):
        self.refused("check", self.table("MINE,Mine,579.4,560,nan,-2.5"), says=["mine.csv:2", "nan", "blank"])

    def test_value_out_of_range_is_refused(self):
        self.refused("check", self.table("MINE,Mine,579.4,560,72,-2.5"), says=["mine.csv:2", "72", "0 to 40"])

    def test_duplicate_column_is_refused(self):
        self.refused("check", self.table("MINE,Mine,579.4,560,7", "code,name,total_income,total_income,dna_rate"),
                     says=["mine.csv:1", "total_income"])

    def test_unknown_column_names_the_nearest(self):
        self.refused("check", self.table("MINE,7", "code,dna_rat"), says=["mine.csv:1:6", "'dna_rat'", "Did you mean 'dna_rate'?"])

    def test_missing_cell_is_refused(self):
        self.refused("check", self.table("MINE,Mine,579.4"), says=["mine.csv:2"])

    def test_duplicate_code_is_refused(self):
        self.refused("check", self.table("MINE,Mine,579.4,560,7.2,-2.5\nMINE,Mine,579.4,560,7.2,-2.5"),
                     says=["mine.csv:3", "MINE"])

    def test_empty_file_is_refused(self):
        for name in ("mine.csv", "mine.toml"):
            self.refused("check", self.write(name, ""), says=[name, "empty"])
            self.refused("run", "baseline", "--trust", name, says=[name, "empty"])

    def test_binary_file_is_refused(self):
        for name in ("mine.csv", "mine.toml"):
            self.refused("check", self.write(name, b"\x89PNG\x00\x01\x02\n"), says=[name])
            self.refused("run", "baseline", "--trust", name, says=[name])

    def test_missing_file_is_refused(self):
        self.refused("run", "baseline", "--trust", "gone.toml", says=["gone.toml"])
        self.refused("check", "gone.csv", says=["gone.csv", "no such"])

    def test_toml_with_any_subset_runs(self):
        self.done("run", "baseline", "--trust", self.toml("total_income = 579.4\ndna_rate = 7.2"), "--trials", "64")

    def test_toml_unknown_field_names_the_nearest(self):
        self.refused("check", self.toml("dna_rat = 7.2"), says=["mine.toml:5:1", "'dna_rat'", "Did you mean 'dna_rate'?"])

    def test_toml_wrong_type_is_refused(self):
        self.refused("check", self.toml("dna_rate = true"), says=["mine.toml:5", "dna_rate"])

    def test_toml_fraction_is_refused(self):
        self.refused("check", self.toml("dna_rate = 0.072"), says=["mine.toml:5", "0.072", "7.2"])

    def test_toml_wrong_schema_is_refused(self):
        self.refused("check", self.toml("dna_rate = 7", 'schema = 9\ncode = "MINE"\n'), says=["mine.toml:1", "schema", "9"])

    def test_toml_syntax_error_names_the_place(self):
        self.refused("check", self.toml("dna_rate = = 7"), says=["mine.toml:5"])

    def test_toml_infinite_value_is_refused(self):
        self.refused("check", self.toml("dna_rate = inf"), says=["mine.toml:5", "dna_rate"])


if __name__ == "__main__":
    program.main()
