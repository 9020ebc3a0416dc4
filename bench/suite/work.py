"""The work that is measured."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TRUST, LEVEL = "RF4", "all_40"


def one_level(folder):
    """The shipped scenario cip_slippage with one of its levels, as a file."""
    text = (ROOT / "scenarios" / "cip_slippage.toml").read_text(encoding="utf-8")
    head, *levels = text.split("[[level]]\n")
    path = pathlib.Path(folder) / "one_level.toml"
    path.write_text(head + "[[level]]\n" + next(part for part in levels if f'name = "{LEVEL}"' in part),
                    encoding="utf-8")
    return path
