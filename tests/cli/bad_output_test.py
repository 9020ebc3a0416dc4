"""Result files that cannot be written or read: exit code, message, and nothing half-written."""

import os
import resource
import signal

import program

RUN = ("run", "baseline", "--trust", program.TRUST, "--trials", "512")


class Test(program.ProgramTest):
    def test_the_default_name_tells_scenario_and_trust(self):
        self.done(*RUN)
        self.assertEqual(self.files(), [f"runs/baseline-{program.TRUST}.h5"])

    def test_with_set_the_default_name_is_another_and_a_replaced_file_is_said(self):
        self.assertNotIn("replaced", self.done(*RUN))
        first = self.done(*RUN, "--set", "clinical.dna_rate=6")
        self.assertNotIn("replaced", first)
        self.assertIn("It replaced an earlier one of that name", self.done(*RUN, "--set", "clinical.dna_rate=5"))
        self.assertEqual(self.files(), [f"runs/baseline-{program.TRUST}.h5", f"runs/baseline-set-{program.TRUST}.h5"])

    def test_a_document_name_for_the_output_is_refused(self):
        self.refused(*RUN, "--out", "r.xlsx", says=["--out 'r.xlsx'", "uor report", "--xlsx"])

    def test_a_folder_for_the_output_is_refused(self):
        self.refused(*RUN, "--out", ".", says=["--out '.'", "folder"])

    def test_a_file_that_is_no_result_is_not_written_over(self):
        self.write("notes.txt", "dear diary")
        self.refused(*RUN, "--out", "notes.txt", says=["notes.txt", "not a result file"])
        self.assertEqual((self.folder / "notes.txt").read_text(), "dear diary")

    def test_a_result_is_written_over(self):
        for _ in range(2):
            self.done(*RUN, "--out", "r.h5")
        self.assertEqual(self.files(), ["r.h5"])

    def test_a_pipe_or_a_device_is_not_replaced(self):
        for name in ("r.h5", "r.xlsx"):
            os.mkfifo(self.folder / name)
        self.done(*RUN, "--out", "run.h5")
        self.refused(*RUN, "--out", "r.h5", says=["r.h5", "a device or a pipe"], code=1)
        self.refused("report", "run.h5", "--xlsx", "-o", "r.xlsx", says=["r.xlsx", "a device or a pipe"], code=1)
        self.assertTrue((self.folder / "r.h5").is_fifo() and (self.folder / "r.xlsx").is_fifo())

    def test_what_a_link_leads_to_is_written_over_and_the_link_stays(self):
        self.done(*RUN, "--out", "run.h5")
        (self.folder / "link.h5").symlink_to("run.h5")
        before = (self.folder / "run.h5").stat().st_ino
        self.done(*RUN, "--out", "link.h5")
        self.assertTrue((self.folder / "link.h5").is_symlink())
        self.assertNotEqual((self.folder / "run.h5").stat().st_ino, before)
        self.assertEqual(self.files(), ["link.h5", "run.h5"])

    def test_a_folder_that_cannot_be_made_is_told(self):
        self.write("notes", "x")
        self.refused(*RUN, "--out", "notes/r.h5", says=["notes"], code=1)

    def test_a_folder_that_cannot_be_written_is_told(self):
        if os.geteuid() == 0:
            self.refused(*RUN, "--out", "/proc/r.h5", says=["/proc/r.h5"], code=1)
            return
        (self.folder / "closed").mkdir(mode=0o555)
        self.refused(*RUN, "--out", "closed/r.h5", says=["closed/r.h5"], code=1)

    def test_a_full_disk_is_told_and_nothing_stays(self):
        def small_files():  # a file that may not grow is what a full disk looks like to the program
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
        self.refused(*RUN, "--keep", "all", "--out", "r.h5", says=["r.h5"], code=1, preexec_fn=small_files)

    def test_a_run_larger_than_the_disk_is_refused_before_it_starts(self):
        # of one trust, and with more memory than is usual: what so many trials need of it would be refused first
        self.refused("run", "cip_slippage", "--trust", "RF4", "--trials", "1000000000", "--keep", "all", "--out", "r.h5",
                     "--most-memory", "2", "--quiet", says=["r.h5", "free", "--keep summary"], code=1)

    def test_a_missing_result_is_refused(self):
        self.refused("inspect", "gone.h5", says=["gone.h5"])

    def test_a_file_that_is_no_result_is_not_read(self):
        self.refused("inspect", self.write("notes.h5", "dear diary"), says=["notes.h5"])
        self.refused("inspect", self.write("empty.h5", ""), says=["empty.h5"])

    def test_a_truncated_result_is_refused(self):
        self.done(*RUN, "--out", "r.h5")
        data = (self.folder / "r.h5").read_bytes()
        for share in (0.1, 0.5, 0.95):
            self.write("cut.h5", data[: int(len(data) * share)])
            self.refused("inspect", "cut.h5", says=["cut.h5"])


if __name__ == "__main__":
    program.main()
