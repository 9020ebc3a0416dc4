"""What is declared in this tree, for the tests of the model's pages."""

import os
import pathlib
import sys

UOR = os.environ["UOR"]
SOURCE = pathlib.Path(os.environ["UOR_SOURCE"])
MODEL = SOURCE / "docs" / "model"
sys.path.insert(0, str(SOURCE / "scripts"))

from tables import declared  # noqa: E402
from tables.places import Page  # noqa: E402


def plugins():
    return declared.plugins_of(UOR, SOURCE)


def policy():
    return declared.policy_of(SOURCE)


def fields():
    return declared.fields_of(SOURCE)


def page(name):
    return Page((MODEL / f"{name}.md").read_text(), name)
