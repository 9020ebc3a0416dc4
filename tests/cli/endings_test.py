"""How the program ends when its streams are closed or full, when it is interrupted, and when others write the same file."""

import os
import signal
import subprocess
import time

import program

RUN = ("run", "cip_slippage", "--trust", "all", "--trials", "1000000", "--keep", "ratings", "--out", "r.h5")
SMALL = ("run", "baseline", "--trust", program.TRUST, "--trials", "64")


class Test(program.ProgramTest):
    def shell(self, line):
        """Exit code of a line of the shell in which `uor` is the program, and all that it shows."""
        result = subprocess.run(["bash", "-c", f'uor() {{ "{program.UOR}" "$@"; }}; {line}'], cwd=self.folder,
                                capture_output=True, text=True, check=False)
        return result.returncode, result.stdout + result.stderr

    def test_a_standard_error_that_is_closed_or_full_changes_no_exit_code(self):
        self.write("bad.toml", "schema = 1\n")
        for words, code in (("trusts ZZZ", 2), ("run cip_slipage", 2), ("check bad.toml", 2), ("report gone.h5", 2),
                            ("levers", 0), ("run baseline --trust RF4 --trials 64 --out /proc/x.h5", 1), ("bogus", 2)):
            for stream in ("2>&-", "2>/dev/full", "2>&- <&-"):
                with self.subTest(f"{words} {stream}"):
                    self.assertEqual(self.shell(f"uor {words} {stream}")[0], code)

    def test_a_standard_output_that_is_closed_or_full_is_a_failure_and_a_mistake_stays_one(self):
        self.scenario("bogus = 1\n", name="bad.toml")
        for stream in (">&-", ">/dev/full"):
            for words, code in (("levers", 1), ("trusts --all", 1), ("rate RF4 --trials 100", 1), ("help", 1),
                                ("check bad.toml", 2), ("trusts ZZZ", 2)):
                with self.subTest(f"{words} {stream}"):
                    got, shown = self.shell(f"uor {words} {stream}")
                    self.assertEqual(got, code, shown)
                    if code == 1:
                        self.assertIn("cannot write to standard output", shown)
            self.assertEqual(self.shell(f"uor levers {stream} 2>&-")[0], 1)

    def test_a_file_never_becomes_a_stream_that_was_closed(self):
        self.assertEqual(self.shell(f"uor {' '.join(SMALL)} --out r.h5 >&- 2>&- <&-")[0], 1)
        self.assertIn("RF4", self.done("inspect", "r.h5"))

    def test_a_reader_who_has_read_enough_ends_it_without_a_word(self):
        self.assertEqual(self.shell('uor trusts --all | true; echo "${PIPESTATUS[0]}"')[1], "141\n")
        self.assertEqual(self.shell(f"uor {' '.join(SMALL)} --out r.h5 | true")[0], 0)
        self.assertIn("RF4", self.done("inspect", "r.h5"), "the result is whole")

    def started(self, *words):
        process = subprocess.Popen([program.UOR, *words], cwd=self.folder, stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.kill)
        while not self.files() and process.poll() is None:  # the partial file tells that the run has begun
            time.sleep(0.05)
        time.sleep(0.5)
        return process

    def test_an_interrupted_run_leaves_nothing_says_so_and_tells_by_which_signal(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
            process = self.started(*RUN)
            process.send_signal(number)
            message = process.stderr.read()
            self.assertEqual(process.wait(120), code)
            self.assertIn("uor: interrupted; nothing was kept", message)
            self.assertEqual(self.files(), [])

    def test_an_interrupted_command_that_writes_nothing_ends_the_same_way(self):
        process = subprocess.Popen([program.UOR, "rate", "RF4", "--trials", "1000000"], cwd=self.folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        self.assertIn("nothing was written", process.communicate(timeout=60)[1])
        self.assertEqual(process.returncode, 143)

    def test_what_a_killed_run_left_goes_with_the_next(self):
        process = self.started(*RUN)
        process.send_signal(signal.SIGKILL)
        process.wait(60)
        self.assertEqual(len(self.files()), 1)
        self.done(*SMALL, "--quiet", "--out", "other.h5")
        self.assertEqual(self.files(), ["other.h5"])

    def test_a_second_run_to_a_file_that_is_being_written_is_refused(self):
        process = self.started(*RUN)
        self.assertIn("another uor writes it now", self.refused(*SMALL, "--out", "r.h5", says=["r.h5"], code=1))
        process.send_signal(signal.SIGINT)
        process.wait(60)

    def test_runs_at_once_with_the_default_name_each_keep_their_result(self):
        slow = ("run", "baseline", "--trust", program.TRUST, "--trials", "60000", "--json", "--threads", "1")
        running = [subprocess.Popen([program.UOR, *slow, "--seed", str(seed)], cwd=self.folder, stdout=subprocess.PIPE,
                                    stderr=subprocess.DEVNULL, text=True) for seed in (1, 2, 3)]
        seeds = []
        for process in running:
            text = process.communicate(timeout=300)[0]
            self.assertEqual(process.returncode, 0)
            self.assertIn(f"runs/baseline-{program.TRUST}", text)
        for name in self.files():
            seeds.append(self.done("inspect", name).split("seed ")[1].split()[0].rstrip(","))
        self.assertEqual(sorted(seeds), ["1", "2", "3"])

    def test_the_tasks_of_a_schedulers_array_have_names_of_their_own(self):
        for variable in ("SLURM_ARRAY_TASK_ID", "PBS_ARRAY_INDEX", "SGE_TASK_ID", "LSB_JOBINDEX"):
            for value, name in (("7", "-task7"), ("undefined", "")):
                self.done(*SMALL, "--quiet", env={variable: value})
                (self.folder / "runs" / f"baseline-{program.TRUST}{name}.h5").unlink()

    def test_a_log_tells_how_far_a_long_run_is(self):
        words = ("run", "cip_slippage", "--trust", "all", "--trials", "100000", "--out", "r.h5")
        process = subprocess.Popen([program.UOR, *words], cwd=self.folder, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.stderr.close)
        line = process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        rest = process.stderr.read()
        self.assertEqual(process.wait(60), 143)
        self.assertRegex(line, r"^ *\d+ %  [\d,]+ of [\d,]+ trials  [\d,]+ trials/s  .* left\n$")
        self.assertRegex(rest, r"^uor: interrupted")

    def test_a_short_run_and_a_quiet_one_say_nothing_in_a_log(self):
        self.assertEqual(self.uor(*SMALL).stderr, "")
        self.assertEqual(self.uor(*SMALL, "--quiet").stderr, "")

    def test_names_that_are_not_utf8_are_no_trouble(self):
        odd = os.fsdecode(b"tr\xe9sor")
        self.scenario('[[change]]\ndriver = "clinical.dna_rate"\nmultiply = 0.9\n', name=f"{odd}.toml")
        (self.folder / f"{odd}.csv").write_text("code,name,operating_expenses\nMINE,Mine,421.9\n")
        words = (f"{odd}.toml", "--trust", f"{odd}.csv")
        raw = subprocess.run([program.UOR, "run", *map(os.fsencode, words), "--json", "--out", os.fsencode(f"{odd}.h5")],
                             cwd=self.folder, capture_output=True, check=False)
        self.assertEqual(raw.returncode, 0, raw.stderr)
        raw.stdout.decode()
        for words in ((f"report", f"{odd}.h5", "--json"), ("report", f"{odd}.h5"), ("report", f"{odd}.h5", "--xlsx"),
                      ("inspect", f"{odd}.h5", "--json"), ("compare", f"{odd}.h5", "--json"), ("check", f"{odd}.csv")):
            raw = subprocess.run([program.UOR, *map(os.fsencode, words)], cwd=self.folder, capture_output=True, check=False)
            self.assertEqual(raw.returncode, 0, (words, raw.stderr))
            self.assertNotIn(b"json.exception", raw.stderr)
        (self.folder / f"{odd}.html").read_text(encoding="utf-8")
        refused = subprocess.run([program.UOR, "check", os.fsencode(f"gone{odd}")], cwd=self.folder, capture_output=True,
                                 check=False)
        self.assertEqual(refused.returncode, 2)
        refused.stderr.decode()

    def test_a_long_title_and_question_still_leave_every_file(self):
        self.write("long.toml", f'schema = 1\nname = "{"n" * 200}"\ntitle = "{"t" * 274}"\nquestion = "{"q" * 40000}"\n'
                                "[run]\ntrials = 64\n")
        shown = self.done("run", "long.toml", "--trust", program.TRUST)
        name = shown.split("Result file: ")[1].split("\n")[0]
        self.done("report", name, "--quick")
        self.done("report", name, "--quick", "--xlsx", "-o", "long.xlsx")
        import openpyxl

        cells = [str(cell.value) for row in openpyxl.load_workbook(self.folder / "long.xlsx")["Summary"] for cell in row]
        longest = max(cells, key=len)
        self.assertLessEqual(len(longest), 32767)
        self.assertIn("cut here", longest)


if __name__ == "__main__":
    program.main()
