"""uor run --watch: a workbook that is dropped comes back with a report, or with its wrong cells named."""

import signal
import subprocess

import program
import workbook_file


class Test(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.drop = self.folder / "drop"
        self.drop.mkdir()

    def dropped(self, name, cells=None):
        self.done("init", self.drop / name, "--trust", "RF4")
        return workbook_file.fill(self.drop / name, {("Question", "trials", "Value"): 64, **(cells or {})})

    def once(self, *words, code=0):
        result = self.uor("run", "--watch", "drop", "--once", *words)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result.stdout

    def names(self, folder="drop"):
        return sorted(path.name for path in (self.folder / folder).iterdir())

    def done_folders(self):
        return sorted(path for path in (self.drop / "done").iterdir())

    def test_a_workbook_comes_back_with_its_report(self):
        self.dropped("Barking.xlsx")
        before = (self.drop / "Barking.xlsx").read_bytes()
        self.once()
        self.assertEqual(self.names(), ["done"])
        (done,) = self.done_folders()
        self.assertRegex(done.name, r"^Barking \d{4}-\d\d-\d\d \d{6}$")
        self.assertEqual(sorted(path.name for path in done.iterdir()),
                         ["Barking-report.html", "Barking-report.xlsx", "Barking-result.h5", "Barking.xlsx"])
        self.assertEqual((done / "Barking.xlsx").read_bytes(), before)
        self.assertIn("RF4", self.done("inspect", done / "Barking-result.h5"))

    def test_a_wrong_cell_is_named_in_a_text_beside_the_workbook_and_the_mended_one_is_taken_up(self):
        at = self.dropped("b.xlsx", {("Metrics", "dna_rate", "Value"): "abc", ("Trust", "cash", "Value"): "=1+1"})
        self.once(code=1)
        self.assertEqual(self.names(), ["b.xlsx", "b.xlsx - please correct.txt"])
        text = (self.drop / "b.xlsx - please correct.txt").read_text()
        self.assertIn(f"\nsheet 'Metrics', cell {at['Metrics', 'dna_rate', 'Value']}: dna_rate is 'abc'", text)
        self.assertIn(f"\nsheet 'Trust', cell {at['Trust', 'cash', 'Value']}: cash is a formula", text)
        self.assertNotIn(str(self.drop), text)
        self.assertEqual(self.once(), "", "answered once, it is left alone")
        workbook_file.fill(self.drop / "b.xlsx", {("Metrics", "dna_rate", "Value"): 7.1, ("Trust", "cash", "Value"): 4})
        self.once()
        self.assertEqual(self.names(), ["done"])

    def test_one_bad_file_does_not_stop_the_others(self):
        for name, content in (("a.xlsx", b"no workbook"), ("b.xls", b"\xd0\xcf\x11\xe0old"), ("c.xlsx", b"")):
            (self.drop / name).write_bytes(content)
        self.dropped("d.xlsx")
        self.once(code=1)
        self.assertEqual(len(self.done_folders()), 1)
        for name, says in (("a.xlsx", "is text, not a workbook"), ("b.xls", "old workbook"), ("c.xlsx", "is empty")):
            self.assertIn(says, (self.drop / f"{name} - please correct.txt").read_text())
            self.assertIn(name, self.names())

    def test_lock_and_other_files_are_left_alone(self):
        self.dropped("open.xlsx")
        self.dropped("calc.xlsx")
        for name in ("~$open.xlsx", ".~lock.calc.xlsx#", "notes.txt", ".hidden.xlsx", "~$gone.xlsx"):
            (self.drop / name).write_text("someone")
        (self.drop / "folder.xlsx").mkdir()
        (self.drop / "link.xlsx").symlink_to(self.drop / "open.xlsx")
        before = self.names()
        shown = self.once()
        self.assertEqual(self.names(), before)
        self.assertIn("open.xlsx: waits", shown)
        (self.drop / "~$open.xlsx").unlink()
        self.once()
        self.assertEqual(len(self.done_folders()), 1)

    def test_a_scenario_can_be_asked_of_every_workbook(self):
        self.dropped("b.xlsx")
        self.once("cip_slippage", "--trials", "64")
        (done,) = self.done_folders()
        self.assertIn("pay_schemes", self.done("inspect", done / "b-result.h5"))

    def test_the_same_name_twice_keeps_both(self):
        for _ in range(2):
            self.dropped("b.xlsx")
            self.once()
        self.assertEqual(len(self.done_folders()), 2)

    def test_options_that_mean_nothing_are_refused(self):
        self.refused("run", "--watch", "gone", says=["--watch 'gone'", "no such folder"])
        self.refused("run", "--watch", "drop", "--trust", "RF4", says=["--trust"])
        (self.folder / "file.xlsx").write_text("x")
        self.refused("run", "--watch", "file.xlsx", says=["--watch 'file.xlsx'", "is a file"])
        self.refused("run", "--watch", "drop", "--once", "--trials", "abc", says=["--trials 'abc'"])
        self.refused("run", "--watch", "drop", "--once", "--set", "clinical.dna_rat=7", says=["clinical.dna_rate"])
        self.refused("run", "cip_slipage", "--watch", "drop", "--once", says=["cip_slipage", "cip_slippage"])
        (self.folder / "drop" / "done").write_text("x")
        self.refused("run", "--watch", "drop", "--once", says=["'done'", "is a file", "move it away"])
        self.refused("run", "baseline", "--once", says=["--once", "--watch"])
        self.refused("run", says=["SCENARIO", "missing"])

    def wait_for(self, what, process):
        """`what` in what a service says; its output so far."""
        shown = ""
        while what not in shown:
            line = process.stdout.readline()
            self.assertNotEqual(line, "", f"ended without '{what}': {shown}")
            shown += line
        return shown

    def test_the_service_takes_up_what_comes_and_ends_with_ctrl_c(self):
        service = subprocess.Popen([program.UOR, "run", "--watch", "drop"], cwd=self.folder, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        self.addCleanup(service.stderr.close)
        self.addCleanup(service.stdout.close)
        try:
            self.wait_for("Serving", service)
            self.refused("run", "--watch", "drop", "--once", says=["another", "serves it"], code=1)
            self.dropped("b.xlsx")
            self.wait_for("b.xlsx: drop/done/b ", service)
            service.send_signal(signal.SIGINT)
            rest, errors = service.communicate(timeout=60)
        finally:
            service.kill()
        self.assertEqual((service.returncode, errors), (0, ""))
        self.assertIn("Stopped.", rest)
        self.assertEqual(self.names(), ["done"])


if __name__ == "__main__":
    program.main()
