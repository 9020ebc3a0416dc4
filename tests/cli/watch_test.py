"""uor run --watch: a workbook that is dropped comes back with a report, or with its wrong cells named."""

import os
import pathlib
import signal
import subprocess
import time

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

    def test_links_pipes_and_folders_are_never_followed_and_named_once(self):
        secret = self.folder / "secret.xlsx"
        self.done("init", secret, "--trust", "RF4")
        (self.drop / "link.xlsx").symlink_to(secret)
        os.mkfifo(self.drop / "pipe.xlsx")
        (self.drop / "folder.xlsx").mkdir()
        shown = self.once()
        for name, what in (("link", "a link"), ("pipe", "a pipe"), ("folder", "a folder")):
            self.assertEqual(shown.count(f"{name}.xlsx: is {what}, only plain files are taken up"), 1)
        self.assertEqual(self.names(), ["folder.xlsx", "link.xlsx", "pipe.xlsx"])

    def test_what_lies_in_place_of_a_text_stays_and_the_text_has_another_name(self):
        target = self.folder / "target"
        target.write_text("not ours")
        makers = {"a": lambda path: path.symlink_to(target), "b": os.mkfifo, "c": lambda path: path.mkdir(),
                  "d": lambda path: path.write_text("my notes"), "e": lambda path: path.symlink_to(self.folder / "gone")}
        for name, make in makers.items():
            (self.drop / f"{name}.xlsx").write_text("no workbook")
            make(self.drop / f"{name}.xlsx - please correct.txt")
        shown = self.once(code=1)
        for name in makers:
            self.assertIn(f"'{name}.xlsx - please correct (2).txt'", shown)
            self.assertIn("no workbook", (self.drop / f"{name}.xlsx").read_text())
        self.assertEqual(target.read_text(), "not ours")
        self.assertFalse((self.folder / "gone").exists())
        self.assertEqual((self.drop / "d.xlsx - please correct.txt").read_text(), "my notes")
        self.assertEqual(self.once(), "", "answered once, they are left alone")

    def test_a_text_that_somebody_wrote_into_is_kept(self):
        self.dropped("b.xlsx", {("Metrics", "dna_rate", "Value"): "abc"})
        self.once(code=1)
        note = self.drop / "b.xlsx - please correct.txt"
        note.write_bytes(b"done but for D7\r\n" + note.read_bytes())
        before = note.read_bytes()
        workbook_file.fill(self.drop / "b.xlsx", {("Metrics", "dna_rate", "Value"): 7.1})
        self.once()
        self.assertEqual(note.read_bytes(), before)

    def test_a_lock_or_a_folder_for_answers_that_is_something_else_is_refused_and_stays(self):
        target = self.folder / "target"
        for name in (".uor-watch.lock", "done"):
            (self.drop / name).symlink_to(target)
            self.refused("run", "--watch", "drop", "--once", says=[name, "remove it" if name[0] == "." else "a link"])
            self.assertFalse(target.exists())
            (self.drop / name).unlink()
        os.mkfifo(self.drop / ".uor-watch.lock")
        self.refused("run", "--watch", "drop", "--once", says=[".uor-watch.lock"])

    def test_a_workbook_that_asks_for_too_much_is_answered_and_the_next_is_served(self):
        self.dropped("a.xlsx", {("Question", "trials", "Value"): 900000000})
        self.dropped("b.xlsx")
        shown = self.once(code=1)
        self.assertIn("may run for", (self.drop / "a.xlsx - please correct.txt").read_text())
        self.assertIn("b.xlsx: runs\n", shown)
        self.assertEqual(len(self.done_folders()), 1)
        self.once("--watch-trials", "32", code=0)
        self.dropped("c.xlsx")
        self.once("--watch-trials", "32", code=1)
        self.assertIn("asks for 64 trials; at most 32", (self.drop / "c.xlsx - please correct.txt").read_text())
        self.refused("run", "baseline", "--watch-trials", "3", says=["--watch-trials", "--watch FOLDER"])

    def test_a_workbook_that_takes_too_long_is_set_aside_until_it_changes(self):
        self.dropped("a.xlsx", {("Question", "trials", "Value"): 1000000, ("Question", "months", "Value"): 60})
        self.once("--watch-minutes", "1", "--watch-trials", "1000000", "--threads", "1", "--keep", "all", code=1)
        text = (self.drop / "a.xlsx - please correct.txt").read_text()
        self.assertRegex(text, "took longer than 1 minute|GB of memory")
        self.assertEqual(self.names(), ["a.xlsx", "a.xlsx - please correct.txt"])
        self.assertEqual(self.once(), "", "it is not tried again as it is")

    def test_a_plugin_that_ends_the_program_ends_one_workbook_only(self):
        # What kills a run is found when the options are tried, before anybody waits.
        self.dropped("a.xlsx")
        plugins = pathlib.Path(os.environ["UOR_BAD_PLUGINS"])
        for plugin in sorted(plugins.glob("*.so"))[:3]:
            result = self.uor("run", "--watch", "drop", "--once", "--plugin", f"people={plugin}")
            self.assertIn(result.returncode, (0, 1, 2), plugin)
            self.assertEqual(result.stderr.count("terminate called"), 0)

    def test_a_name_that_is_not_utf8_is_served(self):
        self.dropped("b.xlsx")
        odd = os.fsencode(self.drop) + b"/tr\xe9sor.xlsx"
        os.rename(os.fsencode(self.drop / "b.xlsx"), odd)
        result = subprocess.run([program.UOR, "run", "--watch", "drop", "--once"], cwd=self.folder, capture_output=True,
                                check=False)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        (done,) = self.done_folders()
        self.assertEqual(len(list(done.iterdir())), 4)

    def test_the_longest_name_is_served_and_refused(self):
        name = "n" * 250 + ".xlsx"
        self.dropped(name)
        self.once()
        (done,) = self.done_folders()
        self.assertEqual(len(list(done.iterdir())), 4)
        (self.drop / name).write_text("no workbook")
        self.once(code=1)
        self.assertEqual(len([n for n in self.names() if n.endswith("please correct.txt")]), 1)

    def test_a_file_of_a_program_that_died_does_not_keep_its_workbook_waiting(self):
        hours = 3600
        now = time.time()
        for name, owner_age, workbook_age, served in (("a", 7 * hours, 8 * hours, True), ("b", hours, 2 * hours, False),
                                                      ("c", hours, 0, True), ("d", 60, 0, False)):
            self.dropped(f"{name}.xlsx")
            owner = self.drop / f"~${name}.xlsx"
            owner.write_text("someone")
            os.utime(owner, (now - owner_age, now - owner_age))
            os.utime(self.drop / f"{name}.xlsx", (now - workbook_age, now - workbook_age))
        shown = self.once()
        for name, served in (("a", True), ("b", False), ("c", True), ("d", False)):
            self.assertEqual((self.drop / f"{name}.xlsx").exists(), not served, name)
            self.assertEqual(f"{name}.xlsx: taken up, though" in shown, served)

    def work_folders(self):
        return [name for name in self.names() if name.startswith(".uor-work-")]

    def test_what_a_killed_watch_left_goes_with_the_next_and_nothing_else(self):
        self.dropped("a.xlsx", {("Question", "trials", "Value"): 1000000, ("Question", "months", "Value"): 60})
        service = subprocess.Popen([program.UOR, "run", "--watch", "drop"], cwd=self.folder, stdout=subprocess.DEVNULL)
        while not self.work_folders() and service.poll() is None:
            time.sleep(0.05)
        time.sleep(0.5)
        service.kill()
        service.wait()
        self.assertEqual(len(self.work_folders()), 1)
        (self.drop / "a.xlsx").unlink()
        others = [".uor-work-abcdef", ".uor-work-mine", ".uor-work-0123456789"]
        for other in others:
            (self.drop / other).mkdir()
            (self.drop / other / "mine.txt").write_text("mine")
        (self.drop / ".uor-work-link").symlink_to(self.folder)
        self.once()
        self.assertEqual(self.work_folders(), sorted([*others, ".uor-work-link"]))
        for other in others:
            self.assertTrue((self.drop / other / "mine.txt").exists())
        self.assertTrue(self.folder.exists())

    def test_what_was_not_the_workbooks_fault_is_tried_again_until_it_is_mended(self):
        service = subprocess.Popen([program.UOR, "run", "--watch", "drop"], cwd=self.folder, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        self.addCleanup(service.stderr.close)
        self.addCleanup(service.stdout.close)
        try:
            self.wait_for("Serving", service)
            (self.drop / "done").symlink_to(self.folder / "gone")
            self.dropped("b.xlsx")
            shown = self.wait_for("failed", service)
            self.assertRegex(shown, "'drop/done' is not a folder any more; move it away; tried again in 15 seconds")
            (self.drop / "done").unlink()
            self.wait_for("b.xlsx: drop/done/b ", service)
        finally:
            service.kill()
            service.wait()
        self.assertEqual([path.name for path in self.drop.glob("*.txt")], [])

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
