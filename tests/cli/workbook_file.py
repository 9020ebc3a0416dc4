"""Workbooks as people handle them: filled in by key and heading, and saved again by LibreOffice."""

import pathlib
import shutil
import subprocess

import openpyxl

SOFFICE = shutil.which("soffice")
WITHOUT_SOFFICE = "LibreOffice is not installed (scripts/install_packages installs libreoffice-calc-nogui)"


def fill(path, cells):
    """Writes {(sheet, key, heading): value}; the key of a row of Savings schemes is its number from 1."""
    book = openpyxl.load_workbook(path)
    addresses = {}
    for (sheet, key, heading), value in cells.items():
        cell = find(book[sheet], key, heading)
        cell.value = value
        addresses[sheet, key, heading] = cell.coordinate
    book.save(path)
    return addresses


def find(sheet, key, heading):
    head = next(row for row in sheet.iter_rows() if any(cell.value == heading for cell in row))
    column = next(cell.column for cell in head if cell.value == heading)
    if isinstance(key, int):
        return sheet.cell(head[0].row + key, column)
    keys = next(cell.column for cell in head if cell.value == "Key")
    row = next(row for row in range(head[0].row + 1, sheet.max_row + 1) if sheet.cell(row, keys).value == key)
    return sheet.cell(row, column)


def convert(folder, files, kind="xlsx", into="saved"):
    """Has LibreOffice open and save `files` of `folder`; the folder of what it wrote."""
    out = folder / into
    subprocess.run([SOFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                    "--outdir", str(out), *[str(folder / file) for file in files]], check=True, capture_output=True,
                   timeout=300)
    shutil.rmtree(folder / "profile", ignore_errors=True)
    return out


def results(path):
    """All numbers of a result file, as digests of their bytes by name."""
    import hashlib

    import h5py

    with h5py.File(pathlib.Path(path)) as file:
        return {name: hashlib.sha256(item[...].tobytes()).hexdigest() for name, item in file.items()
                if isinstance(item, h5py.Dataset) and item.dtype.kind in "fiu"}
