"""Whatever a command writes is whole or as it was, is none of what it reads, and is never somebody else's work."""

import os
import re
import resource
import shutil
import subprocess
import time
import unittest
import zipfile

import openpyxl

import program
import workbook_file

TRUST_TOML = 'schema = 1\ncode = "MINE"\nname = "Mine"\n[reported]\ntotal_income = 400\n'


def small_files(bytes_):
    """For a child: a file that may not grow is what a full disk looks like to the program."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))


class Output:
    """A command that takes the name of a file to write: its words for that name, and what it reads."""

    def __init__(self, words, ending, inputs, marked, option, slow=False):
        self.words, self.ending, self.inputs, self.marked, self.option = words, ending, inputs, marked, option
        self.slow = slow  # takes seconds: not in every test


RUN = ("run", "mine.toml", "--trust", "trust.toml", "--policy", "policy.toml", "--trials", "64")
OUTPUTS = {
    "run": Output((*RUN, "--out"), ".h5", ["mine.toml", "trust.toml", "policy.toml", "part.toml"], True, "--out"),
    "report, page": Output(("report", "r.h5", "--quick", "-o"), ".html", ["r.h5", "mine.toml", "trust.toml"], True, "-o"),
    "report, workbook": Output(("report", "w.h5", "--quick", "--xlsx", "-o"), ".xlsx", ["w.h5", "form.xlsx"], True, "-o"),
    "report, Markdown": Output(("report", "r.h5", "--quick", "-o"), ".md", ["r.h5", "mine.toml", "trust.toml"], True, "-o"),
    "init, text": Output(("init", "--kind", "trust"), ".toml", [], False, None),
    "init, workbook": Output(("init", "--trust", "form.xlsx"), ".xlsx", ["form.xlsx"], False, None),
    "fit": Output(("fit", "--trials", "8", "--assessments", "rated.csv", "--policy", "policy.toml", "--out"), ".toml",
                  ["rated.csv", "policy.toml", "part.toml"], False, "--out"),
    "draft": Output(("draft", "trust.toml", "--policy", "policy.toml", "--trials", "256", "--out"), ".html",
                    ["trust.toml", "policy.toml", "part.toml"], False, "--out"),
    "sweep": Output(("sweep", "design.toml", "--trust", "trust.toml", "--trials", "256", "--out"), ".csv",
                    ["design.toml", "trust.toml"], False, "--out"),
    "export": Output(("export", "r.h5", "--tables", "metrics", "--out"), ".csv", ["r.h5"], False, "--out"),
    "plan": Output(("plan", "trust.toml", "--scenario", "mine.toml", "--trials", "1024", "--xlsx"), ".xlsx",
                   ["trust.toml", "mine.toml"], False, "--xlsx", slow=True),
}


class Test(program.ProgramTest):
    """Each test goes over all of OUTPUTS; a command that is not there fails the first."""

    def setUp(self):
        super().setUp()
        self.write("trust.toml", TRUST_TOML)
        self.scenario("[[change]]\ndriver = \"clinical.dna_rate\"\nmultiply = 0.9\nfrom_month = 4\n")
        shutil.copytree(program.SOURCE / "policies", self.folder, dirs_exist_ok=True)
        os.rename(self.folder / "framework.toml", self.folder / "policy.toml")
        os.rename(self.folder / "metrics.toml", self.folder / "part.toml")
        text = (self.folder / "policy.toml").read_text().replace('"metrics.toml"', '"part.toml"')
        self.write("policy.toml", text)
        shutil.copy(program.SOURCE / "data" / "assessments.csv", self.folder / "rated.csv")
        self.write("design.toml", 'schema = 1\n[design]\nkind = "full"\n[[factor]]\npolicy = "fit.cuts.good"\nvalues = '
                   + str([2.3 + i / 100 for i in range(16)]) + "\n")
        self.done("init", "form.xlsx", "--trust", "RF4")
        workbook_file.fill(self.folder / "form.xlsx", {("Question", "trials", "Value"): 64})
        self.done(*RUN, "--quiet", "--out", "r.h5")
        self.done("run", "form.xlsx", "--quiet", "--out", "w.h5")

    def every(self, slow=False):
        """In a folder each, with what they read."""
        whole = self.folder
        for number, (name, output) in enumerate(OUTPUTS.items()):
            if output.slow and not slow:
                continue
            self.folder = whole / str(number)
            shutil.copytree(whole, self.folder, ignore=shutil.ignore_patterns("[0-9]"))
            with self.subTest(name):
                yield output
        self.folder = whole

    def contents(self):
        return {name: (self.folder / name).read_bytes() for name in self.files()}

    def test_every_option_that_names_a_file_to_write_is_tried_here(self):
        found = set()
        for command in re.findall(r"(?m)^  (\w+)  +\w", self.done("help")):
            if command in ("help", "uor"):
                continue
            help_ = self.done("help", command)
            for option in re.findall(r"(?m)^ +(?:-(\w) \[ )?--(\w[\w-]*)(?: \])? FILE(?:\.\w+)?\s", help_):
                if option[1] not in ("assessments", "baseline"):  # which are read
                    found.add((command, f"-{option[0]}" if option[0] else f"--{option[1]}"))
        tried = {(name.split(",")[0], output.option) for name, output in OUTPUTS.items() if output.option}
        self.assertEqual(found, tried)

    def test_no_source_writes_a_file_in_place(self):
        for folder in ("cli", "core"):
            for path in (program.SOURCE / folder).rglob("*.[ch]pp"):
                self.assertNotRegex(path.read_text(), r"std::(basic_)?o?fstream", f"{path}: use PartialFile")

    def test_what_somebody_else_wrote_is_kept_without_force(self):
        for output in self.every(slow=True):
            name = self.write("foreign" + output.ending, "dear diary")
            before = self.contents()
            self.refused(*output.words, name, says=[name, "--force"])
            self.assertEqual(self.contents(), before)
            self.done(*output.words, name, "--force")
            self.assertNotEqual((self.folder / name).read_text("latin-1"), "dear diary")

    def test_what_the_command_wrote_is_written_over_when_it_is_known_again(self):
        for output in self.every():
            name = "own" + output.ending
            self.done(*output.words, name)
            if output.marked:
                self.done(*output.words, name)
            else:
                self.refused(*output.words, name, says=[name, "exists"])

    def test_no_input_is_written_over_even_with_force_under_whatever_name(self):
        for output in self.every(slow=True):
            for position, source in enumerate(output.inputs):
                names = []
                for kind in ("hard", "soft"):
                    name = f"{kind}{position}{output.ending}"
                    (self.folder / name).unlink(missing_ok=True)
                    if kind == "hard":
                        os.link(self.folder / source, self.folder / name)
                    else:
                        (self.folder / name).symlink_to(source)
                    names.append(name)
                if source.endswith(output.ending):
                    names += [source, f"./{source}", str(self.folder / source)]
                before = self.contents()
                for name in names:
                    self.refused(*output.words, name, says=[name])
                    self.refused(*output.words, name, "--force", says=[name, "would be lost"])
                self.assertEqual(self.contents(), before)

    def test_a_link_that_leads_nowhere_a_pipe_and_a_folder_are_refused_and_stay(self):
        for output in self.every():
            link, pipe = self.folder / ("dangling" + output.ending), self.folder / ("pipe" + output.ending)
            link.symlink_to("nowhere")
            os.mkfifo(pipe)
            for name, says in ((link.name, "is not there"), (pipe.name, "a device or a pipe")):
                self.refused(*output.words, name, says=[name, says], code=1)
                self.refused(*output.words, name, "--force", says=[name, says], code=1)
            self.assertTrue(link.is_symlink() and pipe.is_fifo())
            link.unlink()
            pipe.unlink()
            folder = self.folder / ("folder" + output.ending)
            folder.mkdir()
            self.assertIn(self.uor(*output.words, folder.name).returncode, (1, 2))
            folder.rmdir()

    def test_on_a_full_disk_what_was_there_is_as_it_was(self):
        for output in self.every():
            name = "kept" + output.ending
            self.done(*output.words, name)
            before = self.contents()
            words = self.refused(*output.words, name, "--force", says=[name, "cannot write"], code=1,
                                 preexec_fn=small_files(1000))
            self.assertNotIn("[ERROR]", words)
            self.assertEqual(self.contents(), before)

    def test_where_nobody_may_write_the_permission_is_named_and_not_the_folder(self):
        for output in self.every():
            gone = self.uor(*output.words, "gone/x" + output.ending)
            if output.option != "--out" or output.ending != ".h5":  # a run makes its folder
                self.assertIn("its folder does not exist", gone.stderr)
            closed = self.uor(*output.words, "/proc/x" + output.ending)
            self.assertEqual(closed.returncode, 1)
            self.assertNotIn("filesystem error", closed.stderr)

    def test_a_protected_file_is_kept(self):
        for output in self.every():
            name = "protected" + output.ending
            self.done(*output.words, name)
            (self.folder / name).chmod(0o444)
            self.refused(*output.words, name, says=[name, "--force"])
            (self.folder / name).chmod(0o644)

    def test_what_a_dead_process_left_is_removed_by_the_next_and_nothing_else(self):
        others = ("budget.xlsx.partial-2019", "plan.partial-31415", "notes.uor-partial", "a.0123456789.uor-partial")
        for output in self.every():
            for other in others:
                shutil.copy(self.folder / "form.xlsx", self.folder / other)
            shutil.copy(self.folder / "form.xlsx", self.folder / f"next{output.ending}.uor-partial")
            before = self.files()
            run = subprocess.Popen([program.UOR, "run", "mine.toml", "--trust", "trust.toml", "--trials", "50000000",
                                    "--quiet", "--out", "dead.h5"], cwd=self.folder, stderr=subprocess.DEVNULL)
            while not [name for name in self.files() if name.startswith("dead.h5.")] and run.poll() is None:
                time.sleep(0.05)
            run.kill()
            run.wait()
            self.assertEqual(len(self.files()), len(before) + 1)
            self.done(*output.words, "next" + output.ending)
            self.assertEqual(self.files(), sorted([*before, "next" + output.ending]))

    def test_what_has_the_name_of_a_file_that_is_being_written_does_not_block_it(self):
        for output in self.every():
            name = f"blocked{output.ending}"
            (self.folder / f"{name}.uor-partial").symlink_to("nowhere")
            (self.folder / f"{name}.0123456789.uor-partial").mkdir()
            self.done(*output.words, name)
            self.assertTrue((self.folder / f"{name}.uor-partial").is_symlink())

    def test_a_name_that_is_refused_makes_no_folder(self):
        for name in ("new/x.h5/", "new/x.h5/.", "new/..", "new/" + "x" * 260 + ".h5", "new/x.xlsx", "new/X.XLSX"):
            self.refused(*OUTPUTS["run"].words, name, says=["--out"])
            self.assertFalse((self.folder / "new").exists(), name)
        for output in self.every():
            self.assertIn(self.uor(*output.words, f"new{output.ending}/").returncode, (1, 2))
            self.assertFalse((self.folder / f"new{output.ending}").exists())

    def test_endings_are_read_in_any_capitals(self):
        for ending in (".XLSX", ".Html", ".HTM", ".CSV", ".Json"):
            self.refused(*OUTPUTS["run"].words, "x" + ending, says=["a run is written as HDF5"])
        for ending in (".HTML", ".Htm"):
            self.done("report", "r.h5", "--quick", "-o", "page" + ending)
            self.assertTrue((self.folder / ("page" + ending)).read_text().startswith("<!DOCTYPE html>"))
        self.done("report", "r.h5", "--quick", "--xlsx", "-o", "book.XLSX")
        for ending in (".XLS", ".Ods", ".XLSM"):
            self.refused("init", "trust" + ending, says=["no workbook that uor writes" if ending != ".XLSM" else ".xlsx"])

    def test_a_blank_name_is_refused_by_every_command(self):
        for output in self.every():
            self.assertEqual(self.uor(*output.words, "").returncode, 2)
        self.refused("fit", "--out", "", says=["--out ''", "no file name"])

    def test_an_input_of_a_result_is_known_from_any_folder(self):
        elsewhere = self.folder / "elsewhere"
        elsewhere.mkdir()
        for name in ("page.html", "book.xlsx"):
            shutil.copy(self.folder / ("mine.toml" if name == "page.html" else "form.xlsx"), elsewhere / name)
        third = self.folder / "third"
        third.mkdir()
        for result, name, words in (("r.h5", "page.html", ()), ("w.h5", "book.xlsx", ("--xlsx",))):
            shutil.move(self.folder / result, third / result)
            before = (elsewhere / name).read_bytes()
            for force in ((), ("--force",)):
                self.refused("report", f"third/{result}", "--quick", *words, "-o", f"elsewhere/{name}", *force,
                             says=[name, "was made from", "would be lost"])
            self.assertEqual((elsewhere / name).read_bytes(), before)

    def test_a_report_in_which_a_tool_changed_a_part_is_kept_though_it_says_nothing_of_it(self):
        self.done("report", "w.h5", "--quick", "--xlsx", "-o", "report.xlsx")
        shutil.copy(self.folder / "report.xlsx", self.folder / "whole.xlsx")
        with zipfile.ZipFile(self.folder / "whole.xlsx") as whole:
            for changed in whole.namelist():
                with zipfile.ZipFile(self.folder / "report.xlsx", "w") as report:
                    for part in whole.namelist():
                        report.writestr(part, whole.read(part) + (b"<!-- mine -->" if part == changed else b""))
                self.refused("report", "w.h5", "--quick", "--xlsx", "-o", "report.xlsx", says=["report.xlsx", "--force"])
            with zipfile.ZipFile(self.folder / "report.xlsx", "w") as report:
                for part in [*whole.namelist(), "mine.txt"]:
                    report.writestr(part, b"mine" if part == "mine.txt" else whole.read(part))
            self.refused("report", "w.h5", "--quick", "--xlsx", "-o", "report.xlsx", says=["report.xlsx", "--force"])
        shutil.copy(self.folder / "whole.xlsx", self.folder / "report.xlsx")
        self.done("report", "w.h5", "--quick", "--xlsx", "-o", "report.xlsx")
        openpyxl.load_workbook(self.folder / "report.xlsx")

    def test_the_facts_that_ship_are_never_written_over(self):
        home = self.folder / "home"
        for part in ("data", "policies", "scenarios", "sectors"):
            shutil.copytree(program.SOURCE / part, home / part)
        before = (home / "data" / "trusts.csv").read_bytes()
        for name in ("trusts.html", "trusts.h5", "trusts.toml", "trusts.xlsx"):
            os.link(home / "data" / "trusts.csv", self.folder / name)
        env = {"UOR_HOME": str(home)}
        for words in (("report", "r.h5", "-o", "trusts.html"), (*RUN, "--out", "trusts.h5"),
                      ("init", "trusts.toml", "--kind", "trust"), ("init", "trusts.xlsx"), ("fit", "--out", "trusts.toml")):
            self.refused(*words, "--force", says=["file of facts that ships"], env=env)
        self.assertEqual((home / "data" / "trusts.csv").read_bytes(), before)

    def test_the_workbook_of_a_report_has_a_name_of_its_own(self):
        shutil.copy(self.folder / "form.xlsx", self.folder / "w.xlsx")
        before = (self.folder / "w.xlsx").read_bytes()
        self.assertIn("Workbook: w-report.xlsx", self.done("report", "w.h5", "--xlsx"))
        self.done("report", "w.h5", "--xlsx")
        self.assertEqual((self.folder / "w.xlsx").read_bytes(), before)

    def test_a_page_or_workbook_that_somebody_changed_is_kept(self):
        self.done("report", "r.h5", "-o", "page.html")
        text = (self.folder / "page.html").read_text()
        self.write("page.html", text.replace("Use of resources", "Use of our resources", 1))
        self.refused("report", "r.h5", "-o", "page.html", says=["page.html", "changed since", "--force"])
        self.done("report", "w.h5", "--xlsx", "-o", "book.xlsx")
        book = openpyxl.load_workbook(self.folder / "book.xlsx")
        book["Summary"]["A1"] = "Our words"
        book.save(self.folder / "book.xlsx")
        before = (self.folder / "book.xlsx").read_bytes()
        self.refused("report", "w.h5", "--xlsx", "-o", "book.xlsx", says=["book.xlsx", "changed since", "--force"])
        self.assertEqual((self.folder / "book.xlsx").read_bytes(), before)

    def test_a_link_to_an_earlier_output_stays_and_leads_to_the_new_one(self):
        for output in self.every():
            if not output.marked:
                continue
            self.done(*output.words, "real" + output.ending)
            link = self.folder / ("link" + output.ending)
            link.symlink_to("real" + output.ending)
            inode = (self.folder / ("real" + output.ending)).stat().st_ino
            self.done(*output.words, link.name)
            self.assertTrue(link.is_symlink())
            self.assertNotEqual(link.stat().st_ino, inode)

    def test_what_is_printed_is_not_sent_into_what_is_read(self):
        for words in (("inspect", "r.h5", "--csv"), ("inspect", "r.h5", "--json"), ("report", "r.h5", "--json"),
                      ("compare", "r.h5", "--csv"), ("check", "trust.toml"), ("rate", "trust.toml"),
                      ("explain", "r.h5", "--trial", "1"), ("backtest", "--assessments=rated.csv")):
            name = re.sub(r"^.*=", "", words[1])
            before = (self.folder / name).read_bytes()
            with open(self.folder / name, "ab") as into:
                result = subprocess.run([program.UOR, *words], cwd=self.folder, stdout=into, stderr=subprocess.PIPE,
                                        text=True, check=False)
            self.assertEqual(result.returncode, 2, words)
            self.assertIn(name, result.stderr)
            self.assertEqual((self.folder / name).read_bytes(), before)

    def small_disk(self):
        """A folder on a disk of 256 KiB of its own."""
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], check=False,
                                 capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("mounts are not allowed here")
        self.addCleanup(subprocess.run, ["umount", "-l", disk], check=False)
        return disk

    @unittest.skipUnless(os.geteuid() == 0, "mounts a small disk")
    def test_what_is_on_a_disk_that_is_full_stays_as_it_was(self):
        disk = self.small_disk()
        self.done("run", "baseline", "--trust", "RF4", "--trials", "64", "--quiet", "--out", "r.h5")
        self.done("init", "disk/trust.toml")
        self.done("init", "disk/trust.xlsx")
        before = {path.name: path.read_bytes() for path in disk.iterdir()}
        filler = os.open(disk / "filler", os.O_WRONLY | os.O_CREAT)
        try:
            while os.write(filler, b"x" * 1024) > 0:
                pass
        except OSError:
            os.close(filler)
        for words in (("init", "disk/trust.toml", "--force"), ("init", "disk/trust.xlsx", "--force"),
                      ("report", "r.h5", "--quick", "-o", "disk/r.html"), ("report", "r.h5", "--quick", "--xlsx", "-o", "disk/r.xlsx")):
            result = self.uor(*words)
            self.assertEqual(result.returncode, 1, words)
            self.assertIn("the disk is full", result.stderr)
            self.assertNotIn("ERROR", result.stderr)
        (disk / "filler").unlink()
        self.assertEqual({path.name: path.read_bytes() for path in disk.iterdir()}, before)


if __name__ == "__main__":
    program.main()
