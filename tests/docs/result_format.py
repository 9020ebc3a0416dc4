"""What schema/result-format.md says that a result file holds, and what one does hold."""

import re

import h5py
import numpy

KEEP = {"keep ratings": "ratings", "keep scores": "scores", "keep metrics": "metrics", "keep metrics_by_month": "metrics_by_month",
        "keep drivers": "drivers",
        "keep quantities": "quantities"}
HDF5_OWN = {"CLASS", "NAME", "REFERENCE_LIST", "DIMENSION_LIST"}


def tables_of(text):
    """(heading, rows) of every table; a row is a dictionary by column."""
    heading, head = "", None
    rows = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("#"):
            heading = line.lstrip("# ").strip("`")
        if not line.startswith("|"):
            if head:
                yield heading, rows
            head, rows = None, []
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if head is None:
            head = cells
        elif not set(cells[0]) <= set("- "):
            if len(cells) != len(head):
                raise ValueError(f"{heading}: {line}")
            rows.append(dict(zip(head, cells)))


def names_of(cell):
    return re.findall(r"`([^`]+)`", cell)


def arrays_of(text):
    """{path: (axes, type, when)} of every array that the document lists."""
    found = {}
    for heading, rows in tables_of(text):
        group = heading + "/" if heading.startswith("/") else "/"
        for row in rows:
            for name in names_of(row.get("array", row.get("axis", ""))):
                axes = row["axes"] if "axes" in row else row["axis"] if "array" in row else name
                when = row.get("when", "several trusts" if heading == "The sector" else "always")
                found[group + name] = (tuple(axis.strip() for axis in axes.split(",")), row["type"], when)
    return found


def attributes_of(text, heading):
    """{name: type} of the table of attributes under a heading."""
    found = {}
    for of, rows in tables_of(text):
        for row in rows if of == heading else ():
            names, types = names_of(row["attribute"]), [kind.strip() for kind in row["type"].split(",")]
            found.update(zip(names, types * len(names) if len(types) == 1 else types))
    return found


def is_there(when, file):
    """Whether what is there `when` must be in this file."""
    if ", " in when:
        return all(is_there(one, file) for one in when.split(", "))
    if when == "several scores beside":
        return any(text.count(b"\n[[shown_beside]]\n") > 1 for text in file["provenance/input_text"][:])
    if when in KEEP:
        return KEEP[when] in file.attrs["keep"].split()
    if when == "several trusts":
        return file["trust"].size > 1
    if when == "lhs or sobol points":
        return file.attrs["points"] != "random"
    if when == "draws around the fit":
        return any(b"[fit.covariance]" in text for text in file["provenance/input_text"][:])
    if when == "notes":
        return "note" in file["provenance"]
    if when != "always":
        raise ValueError(f"'{when}' is no condition that this test knows")
    return True


def type_name(value):
    """Of an array or attribute: text, none (a bare dimension), int32, ..."""
    if isinstance(value, str):
        return "text"
    if isinstance(value, h5py.Dataset):
        if value.attrs.get("NAME", b"").startswith(b"This is a netCDF dimension but not a netCDF variable"):
            return "none"
        text = h5py.check_string_dtype(value.dtype)
        if text:
            return "text" if text.length is None and text.encoding == "utf-8" else "fixed text"
        return str(value.dtype)
    return str(numpy.asarray(value).dtype)


def is_axis(array):
    return array.attrs.get("CLASS", b"") == b"DIMENSION_SCALE"


def axes_in(array):
    """Names of an array's axes; of an axis itself its own name."""
    if is_axis(array):
        return (array.name.rpartition("/")[2],)
    return tuple(dimension[0].name.rpartition("/")[2] for dimension in array.dims)


def arrays_in(file):
    found = {}
    file.visititems(lambda name, item: found.update({"/" + name: item}) if isinstance(item, h5py.Dataset) else None)
    return found
