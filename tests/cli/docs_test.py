"""Every command that README.md and docs/guide show works: the fenced blocks marked sh are run."""

import os
import re
import subprocess

import program

SET_UP = ("scripts/demo", "scripts/test")  # install packages and build: continuous integration runs them


def commands_of(path):
    blocks = re.findall(r"(?ms)^```sh\n(.*?)^```", path.read_text())
    return [line for block in blocks for line in block.replace("\\\n", " ").splitlines()
            if line.strip() and not line.lstrip().startswith("#")]


class Test(program.ProgramTest):
    def run_all(self, path):
        commands = [line for line in commands_of(path) if line not in SET_UP]
        self.write_files(path.read_text())
        self.assertTrue(commands or path.name == "README.md", f"{path} shows no command")
        os.symlink(program.UOR, self.folder / "uor")
        environment = {**os.environ, "PATH": f"{self.folder}:{os.environ['PATH']}", "UOR_HOME": str(program.SOURCE)}
        for command in commands:
            result = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=self.folder, env=environment,
                                    capture_output=True, text=True, timeout=550, check=False)
            self.assertEqual(result.returncode, 0, f"{path.name}: {command}\n{result.stderr}")

    def write_files(self, text):
        """A TOML block that is followed by "Save it as `NAME`" is written."""
        for block, name in re.findall(r"(?ms)^```toml\n(.*?)^```\n\nSave it as `([^`]+)`", text):
            self.write(name, block)

    def test_commands_of_the_readme_work(self):
        self.run_all(program.SOURCE / "README.md")

    def test_commands_of_the_guide_work(self):
        for path in sorted((program.SOURCE / "docs" / "guide").glob("*.md")):
            if path.name != "README.md":
                with self.subTest(path.name):
                    self.setUp()
                    self.run_all(path)

    def test_the_readme_has_exactly_two_set_up_commands(self):
        shown = [line for line in commands_of(program.SOURCE / "README.md") if line.startswith("scripts/")]
        self.assertEqual(shown, list(SET_UP))

    def test_links_between_pages_lead_somewhere(self):
        pages = [program.SOURCE / "README.md", *(program.SOURCE / "docs" / "guide").glob("*.md")]
        for page in pages:
            for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text()):
                if "://" not in link:
                    self.assertTrue((page.parent / link).exists(), f"{page.name}: {link}")


if __name__ == "__main__":
    program.main()
