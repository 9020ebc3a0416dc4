"""Ranks of mpirun: the same content for any number of them, after kills of any process at any time, and who says what."""

import os
import pathlib
import random
import signal
import subprocess
import time

import program

CHUNK = 65536
RUN = ("run", "baseline", "--trust", "RF4", "--trust", "R1F", "--months", "12", "--seed", "5", "--quiet")


def environment():
    return {**os.environ, "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}


def children(pid):
    """Processes below this one."""
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in task.read_text().split():
                found += [int(child), *children(int(child))]
        except OSError:
            pass
    return found


def is_rank(pid):
    try:
        return pathlib.Path(os.readlink(f"/proc/{pid}/exe")).name == "uor"
    except OSError:
        return False


class Test(program.ProgramTest):
    def mpi(self, ranks, *words):
        # one way of saying that ranks may share cores which every version knows
        return ["mpirun", "--map-by", ":OVERSUBSCRIBE", "-n", str(ranks), program.UOR, *map(str, words)]

    def by_ranks(self, ranks, *words, timeout=200):
        return subprocess.run(self.mpi(ranks, *words), cwd=self.folder, env=environment(), capture_output=True, text=True,
                              timeout=timeout)

    def start(self, ranks, *words):
        process = subprocess.Popen(self.mpi(ranks, *words), cwd=self.folder, env=environment(), stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, start_new_session=True)
        self.addCleanup(process.kill)
        return process

    def words(self, out, trials=CHUNK + 100):
        return (*RUN, "--trials", trials, "--out", out)

    def digest(self, name):
        return self.done("inspect", name, "--digest").split()[0]

    def whole(self, trials=CHUNK + 100):
        self.done(*self.words("one.h5", trials))
        return self.digest("one.h5")

    def shards(self, out):
        return sorted((self.folder / (out + ".shards")).glob("*.shard"))

    def wait_for(self, what, seconds=60):
        end = time.monotonic() + seconds
        while not what():
            self.assertLess(time.monotonic(), end, "it never came")
            time.sleep(0.01)

    def test_any_number_of_ranks_gives_the_content_of_one_process(self):
        want = self.whole()
        for ranks in (2, 5):
            result = self.by_ranks(ranks, *self.words(f"m{ranks}.h5"))
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(self.digest(f"m{ranks}.h5"), want)

    def test_random_kills_lose_nothing_but_open_shards(self):
        """Ten times any process of the job is killed, or asked to end; then another number of ranks makes what is missing."""
        want = self.whole()
        random.seed(11)
        for round_ in range(10):
            out = f"k{round_}.h5"
            process = self.start(random.choice((2, 3)), *self.words(out))
            self.wait_for(lambda: any(map(is_rank, children(process.pid))))
            time.sleep(random.uniform(0, 1.6))
            victims = [process.pid, *filter(is_rank, children(process.pid))]
            try:
                os.kill(random.choice(victims), random.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM)))
            except ProcessLookupError:
                pass
            process.communicate(timeout=100)  # one that is asked to end closes its shard first
            if (self.folder / (out + ".shards") / "request.json").exists():
                # ranks whose mpirun was killed end by themselves; until then they may still close a shard
                result = self.by_ranks(random.choice((2, 4)), "resume", out, "--quiet")
            else:
                result = self.by_ranks(2, *self.words(out))
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(self.digest(out), want, f"round {round_}")

    def test_a_dead_rank_ends_the_job_in_5_seconds(self):
        process = self.start(3, *self.words("d.h5", 200 * CHUNK))
        self.wait_for(lambda: self.shards("d.h5"))
        ranks = list(filter(is_rank, children(process.pid)))
        self.assertEqual(len(ranks), 3)
        os.kill(ranks[-1], signal.SIGKILL)
        began = time.monotonic()
        process.communicate(timeout=30)
        self.assertLess(time.monotonic() - began, 5)
        self.assertNotEqual(process.returncode, 0)
        self.assertFalse((self.folder / "d.h5").exists())
        self.assertTrue(self.shards("d.h5"))

    def test_a_refusal_is_said_once_and_ends_all_ranks_with_exit_2(self):
        result = self.by_ranks(3, "run", "baseline", "--trust", "nobody", "--out", "x.h5")
        self.assertEqual(result.returncode, 2, result.stderr)
        said = [line for line in result.stderr.splitlines() if line.startswith("uor: ") and "interrupted" not in line]
        self.assertEqual(len(said), 1, result.stderr)  # ranks that mpirun ends meanwhile may say that they were
        self.assertEqual(self.files(), [])

    def test_a_damaged_shard_is_made_again_by_ranks(self):
        want = self.whole()
        self.assertEqual(self.by_ranks(2, *self.words("r.h5")).returncode, 0)
        shard = self.shards("r.h5")[1]
        data = bytearray(shard.read_bytes())
        data[77] ^= 1
        shard.write_bytes(data)
        result = self.by_ranks(4, "resume", "r.h5")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stderr.count("it is made again"), 1, result.stderr)
        self.assertEqual(self.digest("r.h5"), want)

    def test_only_rank_0_prints_and_one_rank_is_a_run_as_any(self):
        loud = [word for word in self.words("r.h5", 3000) if word != "--quiet"]
        result = self.by_ranks(2, *loud)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stdout.count("Result file:"), 1, result.stdout)
        self.assertEqual(self.by_ranks(1, *self.words("a.h5", 3000)).returncode, 0)
        self.assertFalse((self.folder / "a.h5.shards").exists())

    def test_what_mpirun_hands_out_is_not_cut_by_hand(self):
        result = self.by_ranks(2, *self.words("r.h5", 3000), "--shard", "1/2")
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn("--shard", result.stderr)

    def test_a_run_without_mpirun_loads_no_mpi(self):
        traced = subprocess.run([program.UOR, *map(str, self.words("r.h5", 64))], cwd=self.folder, capture_output=True, text=True,
                                env={**os.environ, "LD_DEBUG": "files"})
        self.assertEqual(traced.returncode, 0)
        self.assertNotIn("libmpi", traced.stderr)
        self.assertNotIn("uor_mpi", traced.stderr)


if __name__ == "__main__":
    program.main()
