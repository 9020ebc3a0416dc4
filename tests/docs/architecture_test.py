"""docs/architecture.md beside the code: its files, functions and calls exist, and each hop leads to the next."""

import pathlib
import re
import subprocess
import tempfile
import unittest

import declared_here as here

PAGE = (here.SOURCE / "docs" / "architecture.md").read_text()
WHERE = re.compile(r"^- Where: `([^`]+)`, `([^`]+)`(?:: (.+))?$", re.MULTILINE)


def code_of(text):
    """C++ without comments and with empty strings."""
    text = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.DOTALL)


def closing(text, at):
    """Position after what closes the bracket at `at`."""
    depth = 0
    for position in range(at, len(text)):
        depth += (text[position] in "({") - (text[position] in ")}")
        if depth == 0:
            return position + 1
    raise AssertionError("a bracket that is not closed")


def bodies(code, function):
    """Each definition of `function` or `Class::function` in the code: what stands between its braces."""
    *owner, name = function.split("::")
    classes = []
    for found in re.finditer(rf"\b(?:class|struct) {owner[-1]}\b[^;{{]*\{{", code) if owner else ():
        classes.append((found.start(), closing(code, found.end() - 1)))
    for found in re.finditer(rf"\b{name}\(", code):
        inside = any(start < found.start() < end for start, end in classes)
        if owner and not inside and not code[:found.start()].endswith(owner[-1] + "::"):
            continue
        after = code[closing(code, found.end() - 1):]
        opened = re.match(r"[^;{}]*(?:\{[^;{}]*\}[^;{}]*,[^;{}]*)*\{", after)
        if opened and not re.search(r"\b(?:return|if|for|while)\b|=", opened[0].split(":")[0]):
            yield after[:closing(after, opened.end() - 1)]


def in_order(body, calls):
    """The first of `calls` that does not follow those before it; empty when all do."""
    at = 0
    for call in calls:
        found = re.compile(rf"\b{call}\b").search(body, at)
        if not found:
            return call
        at = found.end()
    return ""


class Test(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="uor-docs-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def test_every_file_that_is_named_exists(self):
        named = re.findall(r"`((?:cli|core|data|docs|plugins|policies|scenarios|tests)/[\w./-]*)`", PAGE)
        self.assertGreater(len(named), 30)
        for name in named:
            self.assertTrue((here.SOURCE / name).exists(), name)

    def test_every_function_calls_what_its_line_says_in_this_order(self):
        lines = WHERE.findall(PAGE)
        self.assertGreater(len(lines), 30)
        self.assertEqual(len(lines), PAGE.count("Where: "), "a line that is not of the form")
        for file, function, listed in lines:
            with self.subTest(f"{file} {function}"):
                found = list(bodies(code_of((here.SOURCE / file).read_text()), function))
                self.assertTrue(found, "is not defined there")
                missing = [in_order(body, re.findall(r"`([^`]+)`", listed)) for body in found]
                self.assertIn("", missing)

    def test_every_hop_is_called_by_one_before_it(self):
        """But for the commands, with which the program begins."""
        for line in WHERE.finditer(PAGE):
            name = line[2].split("::")[-1]
            if name.endswith("_command"):
                continue
            files = {named for named in re.findall(r"`([\w./]+\.[ch]pp)`", PAGE[:line.start()])}
            with self.subTest(line[2]):
                before = "".join(code_of((here.SOURCE / file).read_text()) for file in files)
                self.assertTrue(re.search(rf"\b{name}\b", before), "nothing before it names it")

    def test_the_three_commands_work(self):
        for line in re.search(r"```sh\n(.*?)```", PAGE, re.DOTALL)[1].splitlines():
            with self.subTest(line):
                done = subprocess.run([here.UOR, *line.split()[1:]], cwd=self.folder, capture_output=True, text=True,
                                      check=False, timeout=250)
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_every_hop_has_its_number_and_place(self):
        hops = re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]
        for number, hop in enumerate(hops, 1):
            self.assertTrue(hop.startswith(f"{number}. "), hop[:40])
            self.assertIn("Where: ", hop, hop[:40])

    def test_the_reader_of_code_tells_a_definition_from_a_call(self):
        code = code_of('int f(int a) { return g(a); } // f(1) { h(); }\nclass C { void f() { k("}"); } }; void C::e() { f(2); }')
        self.assertEqual([body.strip() for body in bodies(code, "f")], ["{ return g(a); }", '{ k(""); }'])
        self.assertEqual([body.strip() for body in bodies(code, "C::f")], ['{ k(""); }'])
        self.assertEqual(in_order("a(); b(); c();", ["a", "c"]), "")
        self.assertEqual(in_order("a(); b(); c();", ["c", "a"]), "a")


if __name__ == "__main__":
    unittest.main()
