"""Runs the program in an empty folder and says what must hold of a refusal."""

import json
import os
import pathlib
import pty
import subprocess
import tempfile
import unittest

UOR = os.environ["UOR"]
SOURCE = pathlib.Path(os.environ["UOR_SOURCE"])
TRUST = "RF4"
COMMANDS = ["run", "rate", "check", "init", "trusts", "levers", "inspect", "compare", "report", "graph", "explain",
            "plugins", "version", "verify", "plan", "sensitivity", "solve", "attribute", "visit", "draft", "challenge", "discover",
            "serve", "merge", "resume", "watch", "export", "sweep"]


class ProgramTest(unittest.TestCase):
    """Each test has its own empty folder, `self.folder`, where the program runs."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="uor-cli-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def uor(self, *words, env=None, **options):
        """Runs `uor words...` with its output piped."""
        environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "UOR_HOME")}
        environment.update(env or {})
        return subprocess.run([UOR, *map(str, words)], cwd=self.folder, env=environment, capture_output=True,
                              text=True, timeout=500, check=False, **options)

    def done(self, *words, **options):
        """As uor(), for what must work: standard output."""
        result = self.uor(*words, **options)
        self.assertEqual(result.returncode, 0, f"uor {words}: {result.stderr}")
        return result.stdout

    def on_terminal(self, *words, env=None):
        """Runs `uor words...` on a terminal: exit code and all that it shows."""
        pid, terminal = pty.fork()
        if pid == 0:
            try:
                os.chdir(self.folder)
                environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
                os.execve(UOR, [UOR, *map(str, words)], {**environment, **(env or {})})
            finally:
                os._exit(127)
        shown = b""
        while True:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        os.close(terminal)
        _, status = os.waitpid(pid, 0)
        return os.waitstatus_to_exitcode(status), shown.decode()

    def refused(self, *words, says=(), code=2, **options):
        """`uor words...` must end with `code`, one message that holds each of `says`, and no new file."""
        before = self.files()
        result = self.uor(*words, **options)
        self.assertEqual(result.returncode, code, f"uor {words}: {result.stdout[-300:]}{result.stderr}")
        self.assertTrue(result.stderr.startswith("uor: "), result.stderr)
        self.assertEqual(result.stderr.count("\nuor: "), 0, result.stderr)
        for text in says:
            self.assertIn(text, result.stderr)
        self.assertEqual(self.files(), before, "something was left behind")
        return result.stderr

    def files(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())

    def write(self, name, text):
        """A file in the folder; its name."""
        data = text if isinstance(text, bytes) else text.encode()
        (self.folder / name).write_bytes(data)
        return name

    def scenario(self, body="", name="mine.toml", run="trials = 64"):
        """A scenario file with `body` after its [run] table; its name."""
        return self.write(name, f'schema = 1\nname = "mine"\n[run]\n{run}\n{body}')

    def lever(self):
        """Id of a lever of the model, and a value that is likely for it."""
        levers = json.loads(self.done("levers", "--json"))["levers"]
        chosen = next(lever for lever in levers if lever["id"] == "clinical.dna_rate")
        return chosen["id"], (chosen["likely_lower"] + chosen["likely_upper"]) / 2


main = unittest.main
