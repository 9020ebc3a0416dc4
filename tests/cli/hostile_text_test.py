"""One nasty text in every field that takes text, and every output: shown, never obeyed."""

import hashlib
import json
import pathlib
import subprocess

import hostile_text
import program
import sealed

NASTY = hostile_text.NASTY
CODES = ["A-1", "A_1", "1A", "R1C1", "C", "XFD1", "A1"]


def toml(text):
    return json.dumps(text)  # a JSON string is a TOML one


TRUST = f"""schema = 1
code = "A-1"
name = {toml(NASTY)}
type = {toml(NASTY)}
[reported]
operating_expenses = 300
total_income = 310
dna_rate = 7.2
[[scheme]]
name = {toml(NASTY)}
category = "pay"
plan = 6
"""
SCENARIO = f"""schema = 1
name = "two"
title = {toml(NASTY)}
question = {toml(NASTY)}
[run]
trials = 200
months = 3
[[level]]
name = "low"
title = {toml(NASTY)}
[[level.change]]
driver = "clinical.dna_rate"
add = -0.5
"""
CELL = '"' + (hostile_text.FORMULA + hostile_text.MARKUP).replace('"', '""') + '"'
PUBLISHED = ("trust_name,ods_code,report_date,uor_rating,safe,effective,caring,responsive,well_led,overall_quality,combined,"
             f"source_url\n{CELL},RF4,2018-06-26,Good,Good,Good,Good,Good,Good,Good,Good,{CELL}\n")


class Test(program.ProgramTest):
    def bytes_of(self, *words, code=0):
        """Standard output; both streams hold nothing that commands a terminal."""
        ended = subprocess.run([program.UOR, *map(str, words)], cwd=self.folder, capture_output=True, timeout=300, check=False)
        hostile_text.check_terminal(self, ended.stdout, words)
        hostile_text.check_terminal(self, ended.stderr, words)
        if code is not None:
            self.assertEqual(ended.returncode, code, f"{words}: {ended.stderr[-500:]}")
        return ended.stdout.decode()

    def crafted(self, name="r.h5"):
        """A result file whose every text is nasty, as far as a reader lets it through."""
        import h5py

        self.done("run", "cip_slippage", "--trust", "RF4", "--trust", "R1F", "--trials", "200", "--out", name, "--quiet")
        nasty = NASTY.encode() + b"\xff\xfe"
        kept = {"scenario", "kloe", "statistic", "rating", "from", "to", "type", "id", "kind", "behaviour", "standing", "metric", "driver",
                "quantity", "summarised", "limiter", "characteristic", "input_role", "implausible"}
        with h5py.File(self.folder / name, "r+") as file:
            for attribute in ("title", "question", "scenario_name", "version", "commit", "host", "started", "finished"):
                del file.attrs[attribute]
                file.attrs.create(attribute, nasty, dtype=h5py.string_dtype())
            def spoil(path, item):
                if not isinstance(item, h5py.Dataset) or item.dtype.kind != "O" or path.split("/")[-1] in kept:
                    return
                texts = [nasty + str(i).encode() for i in range(item.size)]
                if path.endswith("input_text"):  # what is published is read as a table: one, with nasty cells
                    roles = list(item.parent["input_role"].asstr())
                    texts[roles.index("published")] = PUBLISHED.encode()
                item[...] = texts
            del file["trust_assumed_data"]  # JSON, refused unless it says what the sentences do: they are then shown themselves
            file.visititems(spoil)
            shown = file["provenance/input_text"].asstr(errors="replace")[...]  # digests are held against the texts
            file["provenance/input_sha256"][...] = [hashlib.sha256(text.encode()).hexdigest() for text in shown]
        sealed.seal(self.folder / name)
        return name

    def check_outputs(self, result):
        """Every output of a result file."""
        for words in (["inspect", result], ["inspect", result, "--trusts"], ["compare", result], ["inspect", result, "--plain"]):
            self.bytes_of(*words, code=None)
        json.loads(self.bytes_of("inspect", result, "--json"))
        json.loads(self.bytes_of("compare", result, "--json"))
        hostile_text.check_csv(self, self.bytes_of("inspect", result, "--csv"))
        hostile_text.check_csv(self, self.bytes_of("compare", result, "--csv"))
        self.bytes_of("report", result, "--quick", "-o", "page.html")
        hostile_text.check_page(self, (self.folder / "page.html").read_text())
        self.bytes_of("report", result, "--quick", "--xlsx", "-o", "book.xlsx")
        return hostile_text.check_workbook(self, (self.folder / "book.xlsx").read_bytes())

    def test_texts_of_trust_scenario_and_schemes_are_shown_in_every_output(self):
        self.write("trust.toml", TRUST)
        self.write("two.toml", SCENARIO)
        for words in (["check", "trust.toml"], ["check", "two.toml"], ["rate", "trust.toml", "--trials", "200"],
                      ["run", "two.toml", "--trust", "trust.toml", "--out", "r.h5"],
                      ["explain", "r.h5", "--trial", "3", "--scenario", "low"]):
            self.bytes_of(*words)
        json.loads(self.bytes_of("rate", "trust.toml", "--trials", "200", "--json"))
        json.loads(self.bytes_of("run", "two.toml", "--trust", "trust.toml", "--out", "r.h5", "--json"))
        self.check_outputs("r.h5")
        self.bytes_of("init", "form.xlsx", "--trust", "trust.toml")
        hostile_text.check_parts(self, (self.folder / "form.xlsx").read_bytes())

    def test_every_text_of_a_result_file_may_be_nasty(self):
        book = self.check_outputs(self.crafted())
        self.assertIn("odds", hostile_text.names_of(book))

    def test_texts_of_a_policy_are_shown(self):
        prompts = (program.SOURCE / "policies" / "prompts.toml").read_text()
        policies = self.folder / "policies"
        policies.mkdir()
        for path in (program.SOURCE / "policies").glob("*.toml"):
            (policies / path.name).write_text(path.read_text())
        for folder in ("parameters", "years"):
            (policies / folder).mkdir()
            for path in (program.SOURCE / "policies" / folder).iterdir():
                (policies / folder / path.name).write_text(path.read_text())
        lines = [f"text = {toml(NASTY)}" if line.startswith(("text =", "title =")) and line.startswith("text") else line
                 for line in prompts.splitlines()]
        (policies / "prompts.toml").write_text("\n".join(lines) + "\n")
        policy = str(pathlib.Path("policies") / "framework.toml")
        self.bytes_of("check", policy, code=None)
        self.bytes_of("rate", "RF4", "--policy", policy, "--trials", "200", code=None)

    def test_codes_that_look_like_cells_make_names_that_the_rules_allow(self):
        for code in CODES:
            self.write(f"{code}.toml", f'schema = 1\ncode = "{code}"\nname = "Trust {code}"\n[reported]\n'
                                       "operating_expenses = 300\ntotal_income = 310\n")
        for codes in (CODES[:4], CODES[4:]):  # a report of more than five trusts has no tables, and so no names, of each
            words = [word for code in codes for word in ("--trust", f"{code}.toml")]
            self.done("run", "cip_slippage", *words, "--trials", "100", "--out", "r.h5", "--quiet", "--force")
            book = self.check_outputs("r.h5")
            names = {name for name in hostile_text.names_of(book) if name.lower().startswith("odds_") and "month" not in name}
            self.assertEqual(len(names), len(codes), names)

    def test_errors_show_what_they_quote(self):
        self.write("bad.toml", f'schema = 1\nname = {toml(NASTY)}\n')
        self.write("worse.toml", f'schema = 1\nname = "x"\n{toml(NASTY)} = 1\n[[change]]\ndriver = {toml(NASTY)}\nset = 1\n')
        self.write("trust.toml", f'schema = 1\ncode = {toml(NASTY)}\nname = "x"\n')
        self.write("trust.csv", "code,name\n" + NASTY.replace('"', "'").replace("\n", "") + ",x\n")
        for words in (["run", "bad.toml", "--trust", "RF4"], ["check", "worse.toml"], ["check", "trust.toml"],
                      ["check", "trust.csv"], ["run", "baseline", "--trust", "\x1b[31mRF4\u202e"], ["\x1b[2J"],
                      ["run", "baseline", "--set", "\x1b]0;x\x07=1", "--trust", "RF4"], ["inspect", "\x1b[31m.h5"],
                      ["plugins", "check", "\u009b31m.so"], ["rate", "RF4", "--policy", "\x1b[0;31mx"]):
            self.bytes_of(*words, code=2)

    def test_a_terminal_gets_our_colours_and_no_other_commands(self):
        self.write("trust.toml", TRUST)
        _, shown = self.on_terminal("rate", "trust.toml", "--trials", "200", env={"TERM": "xterm"})
        own = shown
        for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[33m", "\r\x1b[K", "\r\n"):
            own = own.replace(code, "\n")
        hostile_text.check_terminal(self, own.encode(), "on a terminal")
        self.assertIn("\x1b[", shown)

    def test_paths_that_are_not_utf8_work(self):
        name = b"r-\xff\xfe.h5"
        subprocess.run([program.UOR, b"run", b"baseline", b"--trust", b"RF4", b"--trials", b"100", b"--out", name, b"--json"],
                       cwd=self.folder, check=True, capture_output=True)
        shown = subprocess.run([program.UOR, b"inspect", name, b"--json"], cwd=self.folder, check=True, capture_output=True)
        json.loads(shown.stdout.decode())
        subprocess.run([program.UOR, b"report", name, b"--quick", b"-o", b"p-\xff.html"], cwd=self.folder, check=True,
                       capture_output=True)
        hostile_text.check_page(self, next(self.folder.glob("p-*")).read_text())


if __name__ == "__main__":
    program.main()
