"""A run in shards is killed at any of its writes, or lives on a disk without locks: nothing half-written ever counts."""

import shutil
import subprocess
import unittest

import program

RUN = ("run", "baseline", "--trust", "RF4", "--trials", "600", "--months", "12", "--quiet", "--threads", "1", "--out", "s.h5")
NO_LOCKS = """
#include <errno.h>
int flock(int file, int how) { (void)file; (void)how; errno = ENOLCK; return -1; }
"""


class Test(program.ProgramTest):
    def digest(self, name):
        return self.done("inspect", name, "--digest").split()[0]

    def want(self):
        self.done(*RUN[:-1], "one.h5")
        return self.digest("one.h5")

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_a_kill_at_any_write_leaves_whole_shards_only(self):
        want = self.want()
        for call, at in (("write", 1), ("write", 2), ("write", 4), ("write", 7), ("fsync", 1), ("fsync", 2), ("fsync", 3), ("fsync", 4),
                         ("renameat2", 1), ("renameat2", 2), ("renameat2", 3), ("rename", 1)):
            shutil.rmtree(self.folder / "s.h5.shards", ignore_errors=True)
            (self.folder / "s.h5").unlink(missing_ok=True)
            killed = subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                                     f"inject={call}:signal=KILL:when={at}", program.UOR, *RUN, "--shard", "1/1"],
                                    cwd=self.folder, capture_output=True, text=True, timeout=100)
            if (self.folder / "s.h5.shards" / "request.json").exists():
                self.done("resume", "s.h5", "--quiet")
            else:
                self.assertNotEqual(killed.returncode, 0)
                self.done(*RUN, "--shard", "1/1")
                self.done("merge", "s.h5", "--quiet")
            self.assertEqual(self.digest("s.h5"), want, f"{call} {at}")
            self.assertEqual([name for name in self.files() if "partial" in name], [])

    @unittest.skipUnless(shutil.which("cc"), "no compiler")
    def test_a_disk_without_locks_serves(self):
        want = self.want()
        self.write("no_locks.c", NO_LOCKS)
        subprocess.run(["cc", "-shared", "-fPIC", "-o", "no_locks.so", "no_locks.c"], cwd=self.folder, check=True)
        preload = {"LD_PRELOAD": str(self.folder / "no_locks.so")}
        self.done(*RUN, "--shard", "1/1", env=preload)
        self.done("merge", "s.h5", "--quiet", env={**preload, "HDF5_USE_FILE_LOCKING": "FALSE"})
        self.assertEqual(self.digest("s.h5"), want)


if __name__ == "__main__":
    program.main()
