"""`uor verify`, and that no command reads a result that was changed."""

import random
import subprocess

import h5py
import program
import sealed

READERS = (["inspect", "{}"], ["report", "{}", "--quick", "-o", "page.html"], ["report", "{}", "--json"],
           ["compare", "{}"], ["explain", "{}", "--trial", "3"], ["sensitivity", "{}"], ["solve", "{}", "--odds", "0.3"],
           ["discover", "{}", "--when", "rating < good"], ["attribute", "{0}:all_10", "{0}:all_40"], ["plan", "{}"])
CHANGED = "its digest says so"


class Test(program.ProgramTest):
    def whole(self):
        self.done("run", "cip_slippage", "--trust", program.TRUST, "--trials", "300", "--quiet", "--out", "r.h5")
        return (self.folder / "r.h5").read_bytes()

    def test_what_a_run_wrote_is_whole_and_its_digest_is_that_of_other_tools(self):
        data = self.whole()
        self.assertIn("r.h5: whole", self.done("verify", "r.h5"))
        self.write("body", sealed.unsealed(data))
        theirs = subprocess.run(["sha256sum", "body"], cwd=self.folder, capture_output=True, text=True, check=True)
        self.assertEqual(data, sealed.sealed(sealed.unsealed(data)))
        self.assertIn(theirs.stdout.split()[0].encode(), data[-sealed.BYTES:])

    def test_changes_of_bits_ends_and_pages_are_seen(self):
        data, draw = self.whole(), random.Random(1)
        changed = []
        for _ in range(100):
            at = draw.randrange(len(data))
            changed.append(data[:at] + bytes([data[at] ^ 1 << draw.randrange(8)]) + data[at + 1:])
        changed += [data[:draw.randrange(1, len(data))] for _ in range(20)]
        for _ in range(20):
            a, b = draw.sample(range(0, len(data) - 512, 512), 2)
            first, second = data[a:a + 512], data[b:b + 512]
            swapped = bytearray(data)
            swapped[a:a + 512], swapped[b:b + 512] = second, first
            if swapped != data:
                changed.append(bytes(swapped))
        changed += [data + b"\0", data[:-1], data[-sealed.BYTES:]]
        names = [self.write(f"x{number}.h5", one) for number, one in enumerate(changed)]
        ended = self.uor("verify", *names)
        self.assertEqual(ended.returncode, 2)
        self.assertEqual(ended.stdout, "")
        self.assertEqual(len(ended.stderr.splitlines()), len(names))

    def test_no_command_reads_a_changed_file(self):
        data = bytearray(self.whole())
        data[len(data) // 2] ^= 4
        self.write("x.h5", bytes(data))
        for words in READERS:
            with self.subTest(words[0]):
                self.refused(*(word.format("x.h5") for word in words), says=["x.h5", CHANGED])
                self.refused(*(word.format("x.h5") for word in words), "--trust-file", says=["x.h5", CHANGED])
        self.refused("compare", "r.h5:all_40", "x.h5:all_40", says=["x.h5", CHANGED])

    def test_a_file_that_another_program_wrote_in_is_read_only_when_asked_for(self):
        self.whole()
        with h5py.File(self.folder / "r.h5", "r+") as file:
            file.attrs["remark"] = "mine"
        self.refused("verify", "r.h5", says=["NO DIGEST"])
        self.refused("inspect", "r.h5", says=["r.h5", "has no digest", "--trust-file"])
        self.assertIn(program.TRUST, self.done("inspect", "r.h5", "--trust-file"))

    def test_other_programs_open_a_sealed_file(self):
        self.whole()
        import netCDF4
        import xarray

        with h5py.File(self.folder / "r.h5") as file:
            want = file["rating_odds"][...].tolist()
        with netCDF4.Dataset(str(self.folder / "r.h5")) as file:
            self.assertEqual(file["rating_odds"][...].tolist(), want)
        with xarray.open_dataset(self.folder / "r.h5", engine="h5netcdf") as file:
            self.assertEqual(file["rating_odds"].values.tolist(), want)

    def test_what_is_no_file_is_refused(self):
        self.refused("verify", "nowhere.h5", says=["nowhere.h5", "cannot be read"])
        self.refused("verify", ".", says=["is a folder"])
        self.refused("verify", self.write("empty.h5", b""), says=["is empty"])


if __name__ == "__main__":
    program.main()
