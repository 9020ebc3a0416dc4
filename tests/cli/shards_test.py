"""Runs in shards: the same content as of one process, whatever was killed, damaged or extended, and what is refused."""

import json
import random
import signal
import subprocess
import time

import program
import sealed

RUN = ("run", "baseline", "--trust", "RF4", "--seed", "5", "--months", "12", "--quiet")
CHUNK = 65536


class Test(program.ProgramTest):
    def digest(self, name):
        return self.done("inspect", name, "--digest").split()[0]

    def run_words(self, out, *more, trials=150000):
        return (*RUN, "--trials", trials, "--out", out, *more)

    def shards(self, out):
        return sorted((self.folder / (out + ".shards")).glob("*.shard"))

    def whole(self, trials=150000):
        self.done(*self.run_words("one.h5", trials=trials))
        return self.digest("one.h5")

    def made(self, out, n, skip=()):
        for k in range(1, n + 1):
            if k not in skip:
                self.done(*self.run_words(out, "--shard", f"{k}/{n}"))

    def test_the_digest_is_the_same_for_any_threads_and_other_for_another_run(self):
        words = ("run", "baseline", "--trust", "RF4", "--trust", "R1F", "--quiet", "--trials", "3000", "--keep", "scores")
        self.done(*words, "--threads", "1", "--out", "a.h5")
        self.done(*words, "--threads", "2", "--batch", "40", "--out", "sub/b.h5")
        self.done(*words, "--seed", "99", "--out", "c.h5")
        digests = [self.digest(name) for name in ("a.h5", "sub/b.h5", "c.h5")]
        self.assertRegex(digests[0], "^[0-9a-f]{64}$")
        self.assertEqual(digests[0], digests[1])
        self.assertNotEqual(digests[0], digests[2])

    def test_the_digest_sees_every_array(self):
        import h5py
        self.done("run", "baseline", "--trust", "RF4", "--quiet", "--trials", "64", "--out", "a.h5")
        was = self.digest("a.h5")
        with h5py.File(self.folder / "a.h5", "r+") as file:
            file["summarised_title"][0] = "Another title"
        sealed.seal(self.folder / "a.h5")
        self.assertNotEqual(self.digest("a.h5"), was)

    def test_a_file_that_is_none_has_no_digest(self):
        self.refused("inspect", self.write("x.h5", "no"), "--digest", says=["is not a result file"])

    def test_shards_in_any_number_and_order_merge_to_the_run(self):
        want = self.whole()
        for n, order in ((2, (2, 1)), (5, (3, 1, 5, 2, 4))):
            out = f"s{n}.h5"
            for k in order:
                self.done(*self.run_words(out, "--shard", f"{k}/{n}"))
            self.assertFalse((self.folder / out).exists())
            self.done("merge", out, "--quiet")
            self.assertEqual(self.digest(out), want)

    def test_merge_shows_the_run_and_the_file_opens_everywhere(self):
        self.made("s.h5", 2)
        shown = self.done("merge", "s.h5")
        self.assertIn("Result file:", shown)
        self.assertIn("3 shards", shown)
        self.assertEqual(json.loads(self.done("inspect", "s.h5", "--json"))["trials"], 150000)
        import xarray
        with xarray.open_dataset(self.folder / "s.h5", engine="h5netcdf") as data:
            self.assertEqual(int((data.rating_final == 0).sum()), 0)

    def test_what_is_damaged_missing_or_empty_is_made_again_and_said(self):
        want = self.whole()
        self.made("s.h5", 3)
        first, second, third = self.shards("s.h5")
        first.write_bytes(first.read_bytes()[:5000])
        data = bytearray(second.read_bytes())
        data[len(data) // 2] ^= 1
        second.write_bytes(data)
        third.write_bytes(b"")
        result = self.uor("merge", "s.h5")
        self.assertEqual(result.returncode, 2)
        self.assertIn("is cut short", result.stderr)
        result = self.uor("resume", "s.h5")
        self.assertEqual(result.returncode, 0, result.stderr)
        for words in ("is cut short", "its digest is not that of its bytes", "it is empty"):
            self.assertIn(words, result.stderr)
        self.assertEqual(result.stderr.count("it is made again"), 3)
        self.assertEqual(self.digest("s.h5"), want)

    def test_merge_refuses_a_gap_an_overlap_and_another_run(self):
        self.made("s.h5", 3, skip=(2,))
        before = self.files()
        result = self.refused("merge", "s.h5", says=["lacks 1 shard", "trials 65536 to 131071 of trust 1", "uor resume"])
        self.assertEqual(self.files(), before, result)
        self.done("resume", "s.h5", "--quiet")
        first = self.shards("s.h5")[0]
        first.with_name("0001-0000009.shard").write_bytes(first.read_bytes())
        self.refused("merge", "s.h5", says=["two shards overlap"])
        first.with_name("0001-0000009.shard").unlink()
        self.done("run", "baseline", "--trust", "RF4", "--seed", "6", "--quiet", "--trials", "150000", "--shard", "1/3",
                  "--out", "other.h5")
        first.write_bytes(self.shards("other.h5")[0].read_bytes())
        self.refused("merge", "s.h5", says=["is a shard of another run (seed 6, where this run has 5)"])

    def test_a_folder_of_another_run_is_refused_in_its_words(self):
        words = ("run", "baseline", "--trust", "RF4", "--quiet", "--trials", "300", "--shard", "1/1", "--out", "s.h5")
        self.done(*words)
        for more, says in ((("--seed", "6"), "seed"), (("--policy-set", "fit.cuts.good=2.36"), "policy"), (("--months", "11"), "months"),
                           (("--keep", "scores"), "kept trials"), (("--points", "sobol"), "points")):
            trials = ("4096",) if "--points" in more else ("300",)
            self.refused("run", "baseline", "--trust", "RF4", "--quiet", "--trials", *trials, "--shard", "1/1", "--out", "s.h5", *more,
                         says=["holds shards of another run", says])
        self.refused("run", "baseline", "--trust", "R1F", "--quiet", "--trials", "300", "--shard", "1/1", "--out", "s.h5",
                     says=["trusts RF4, where this run has R1F"])
        self.refused("run", "baseline", "--trust", "RF4", "--quiet", "--trials", "400", "--shard", "1/1", "--out", "s.h5",
                     says=["with 300 trials, where 400 are asked for", "resume"])

    def test_a_policy_that_changed_since_is_refused(self):
        policy = 'schema = 1\nextends = "framework"\n[fit.cuts]\ngood = 2.4\n'
        name = self.write("mine.toml", policy)
        self.done("run", "baseline", "--trust", "RF4", "--quiet", "--trials", "300", "--shard", "1/1", "--policy", name, "--out", "s.h5")
        self.write("mine.toml", policy.replace("2.4", "2.5"))
        self.refused("merge", "s.h5", says=["was begun with policy"])
        self.refused("resume", "s.h5", says=["was begun with policy"])

    def test_what_cannot_be_cut_or_is_no_share_is_refused(self):
        run = ("run", "baseline", "--trust", "RF4", "--trust", "R1F")
        for bad in ("0/3", "4/3", "3", "1/", "a/b", "1/3x", "-1/3"):
            self.refused(*run, "--shard", bad, says=["--shard", bad])
        self.refused(*run, "--shard", "1/2", "--until-se", "0.01", says=["--until-se"])
        self.refused(*run, "--shard", "1/2", "--benchmarks", "moving", "--trials", "256", says=["moving benchmarks"])
        self.refused("merge", "nothing.h5", says=["no shards of such a run lie there"])
        self.refused("resume", "nothing.h5", says=["no shards of such a run lie there"])

    def test_a_request_without_shards_is_begun_by_resume(self):
        want = self.whole(trials=3000)
        self.done(*self.run_words("s.h5", "--shard", "1/1", trials=3000))
        for shard in self.shards("s.h5"):
            shard.unlink()
        self.done("resume", "s.h5", "--quiet")
        self.assertEqual(self.digest("s.h5"), want)

    def test_a_finished_run_is_extended(self):
        want = self.whole(trials=200000)
        self.done(*self.run_words("s.h5", "--shard", "1/1", trials=100000))
        self.done("merge", "s.h5", "--quiet")
        first = self.shards("s.h5")[0]
        made = first.stat().st_mtime_ns
        self.refused("resume", "s.h5", "--trials", "50000", says=["--trials 50000", "extended only"])
        self.done("resume", "s.h5", "--trials", "200000", "--quiet")
        self.assertEqual(self.digest("s.h5"), want)
        self.assertEqual(first.stat().st_mtime_ns, made, "a whole chunk was made again")

    def test_two_runs_in_one_folder_leave_each_other_alone(self):
        self.made("a.h5", 2)
        self.done(*self.run_words("b.h5", "--shard", "1/1", trials=3000))
        self.done("resume", "b.h5", "--quiet")
        self.done("merge", "a.h5", "--quiet")
        self.assertEqual(json.loads(self.done("inspect", "a.h5", "--json"))["trials"], 150000)

    def test_files_are_meant_from_where_the_run_was_asked_for(self):
        name = self.scenario(run="trials = 300")
        self.done("run", name, "--trust", "RF4", "--quiet", "--shard", "1/1", "--out", "s.h5")
        elsewhere = self.folder / "elsewhere"
        elsewhere.mkdir()
        result = subprocess.run([program.UOR, "merge", str(self.folder / "s.h5"), "--quiet"], cwd=elsewhere, capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_an_output_that_is_somebodys_work_is_left_alone(self):
        self.done("run", "baseline", "--trust", "RF4", "--quiet", "--trials", "300", "--shard", "1/1", "--out", "s.h5")
        self.write("s.h5", "my notes")
        self.refused("merge", "s.h5", says=["s.h5"])
        self.assertEqual((self.folder / "s.h5").read_text(), "my notes")

    def test_watch_and_status_say_how_far_it_is(self):
        self.made("s.h5", 3, skip=(3,))
        lines = [json.loads(line) for line in (self.folder / "s.h5.shards" / "status.jsonl").read_text().splitlines()]
        self.assertEqual(sorted((line["first"], line["trials"]) for line in lines), [(0, CHUNK), (CHUNK, CHUNK)])
        self.assertEqual({sum(line["ratings"][0]) for line in lines}, {CHUNK})
        with open(self.folder / "s.h5.shards" / "status.jsonl", "a") as file:
            file.write('{"half a li')
        shown = self.done("watch", "s.h5", "--once")
        self.assertIn(" 87 %  131,072 of 150,000 trials", shown)
        self.assertRegex(shown, r"trials/s .* left  good or better: baseline \d+\.\d % \+- \d")
        self.done("resume", "s.h5", "--quiet")
        self.assertIn("100 %  150,000 of 150,000 trials", self.done("watch", "s.h5"))
        good = sum(line["ratings"][0][2] + line["ratings"][0][3] for line in lines) / (2 * CHUNK)
        self.assertIn(f"baseline {100 * good:.1f} %", shown)
        self.refused("watch", "nothing.h5", says=["no shards of such a run"])

    def test_progress_is_json_where_asked(self):
        result = self.uor(*self.run_words("r.h5", "--progress", "json"))
        self.assertEqual(result.returncode, 0)
        lines = [json.loads(line) for line in result.stderr.splitlines()]
        self.assertEqual((lines[-1]["done"], lines[-1]["total"], lines[-1]["seconds_left"]), (150000, 150000, 0))
        self.assertEqual([line["done"] for line in lines], sorted(line["done"] for line in lines))
        self.refused("run", "baseline", "--trust", "RF4", "--progress", "xml", says=["--progress 'xml'", "text or json"])

    def test_sigterm_closes_the_shard(self):
        words = [program.UOR, *map(str, self.run_words("s.h5", "--shard", "1/1", "--threads", "1", trials=20 * CHUNK))]
        process = subprocess.Popen(words, cwd=self.folder, stderr=subprocess.PIPE, text=True)
        while not self.shards("s.h5"):
            time.sleep(0.05)
            self.assertIsNone(process.poll())
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 143, said)
        self.assertIn("was closed", said)
        left = [file for file in self.files() if not file.endswith((".shard", ".json", ".jsonl"))]
        self.assertEqual(left, [])
        self.refused("merge", "s.h5", says=["lacks"])

    def test_kills_at_any_time_lose_nothing_but_open_shards(self):
        want = self.whole(trials=6 * CHUNK)
        random.seed(3)
        words = [program.UOR, *map(str, self.run_words("s.h5", "--shard", "1/1", trials=6 * CHUNK))]
        for _ in range(4):
            process = subprocess.Popen(words, cwd=self.folder, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0.3, 1.2))
            process.kill()
            process.wait()
        if not (self.folder / "s.h5.shards" / "request.json").exists():
            self.done(*words[1:])
        self.done("resume", "s.h5", "--quiet")
        self.assertEqual(self.digest("s.h5"), want)
        self.assertEqual([file for file in self.files() if "partial" in file], [])


if __name__ == "__main__":
    program.main()
