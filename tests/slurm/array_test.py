"""An array of Slurm makes the shards of a run, a task that was cancelled leaves a gap, and the merged file is the run."""

import os
import pathlib
import shutil
import socket
import subprocess
import time
import unittest

import program

CONF = program.SOURCE / "tests" / "slurm" / "slurm.conf"
RUN = "run baseline --trust RF4 --trust R1F --trials 600 --months 12 --threads 1 --quiet"
THERE = os.geteuid() == 0 and all(map(shutil.which, ("slurmctld", "slurmd", "munged", "sbatch")))


@unittest.skipUnless(THERE, "no Slurm, or not root")
class Test(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.root = self.folder / "slurm"
        for name in ("state", "spool", "log"):
            (self.root / name).mkdir(parents=True)
        host = socket.gethostname().split(".")[0]
        conf = self.root / "slurm.conf"
        conf.write_text(CONF.read_text().replace("@ROOT@", str(self.root)).replace("@HOST@", host))
        self.environment = {**os.environ, "SLURM_CONF": str(conf)}
        key = self.root / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        self.folder.chmod(0o755)
        self.service("munged", "--foreground", "--force", f"--key-file={key}", f"--socket={self.root}/munge.socket",
                     f"--pid-file={self.root}/munged.pid", f"--log-file={self.root}/log/munged.log", f"--seed-file={self.root}/munge.seed")
        self.wait_for(lambda: (self.root / "munge.socket").exists())
        self.service("slurmctld", "-D", "-f", str(conf))
        self.service("slurmd", "-D", "-f", str(conf))
        self.wait_for(lambda: "idle" in self.ask("sinfo", "--noheader", "--format=%T"))

    def service(self, *words):
        process = subprocess.Popen(words, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)

    def ask(self, *words):
        return subprocess.run(words, env=self.environment, cwd=self.folder, capture_output=True, text=True, timeout=60).stdout

    def wait_for(self, what, seconds=90):
        end = time.monotonic() + seconds
        while not what():
            self.assertLess(time.monotonic(), end, self.logs())
            time.sleep(0.2)

    def logs(self):
        return "\n".join(path.read_text(errors="replace")[-1500:] for path in pathlib.Path(self.root / "log").iterdir())

    def array(self, tasks):
        script = self.folder / "job.sh"
        script.write_text(f'#!/bin/sh\n{program.UOR} {RUN} --shard "$SLURM_ARRAY_TASK_ID/2" --out s.h5\n')
        job = self.ask("sbatch", "--parsable", f"--array={tasks}", "--output=log-%a.txt", str(script)).strip()
        self.assertRegex(job, r"^\d+$", self.logs())
        self.wait_for(lambda: job not in self.ask("squeue", "--noheader", "--format=%A %F"))

    def test_an_array_makes_the_run_and_a_gap_is_named(self):
        self.done(*RUN.split(), "--out", "one.h5")
        want = self.done("inspect", "one.h5", "--digest").split()[0]
        self.array("2")
        self.assertIn("lacks 1 shard", self.uor("merge", "s.h5").stderr)
        self.array("1-2")  # the second finds its shard whole
        self.done("merge", "s.h5", "--quiet")
        self.assertEqual(self.done("inspect", "s.h5", "--digest").split()[0], want)


if __name__ == "__main__":
    program.main()
