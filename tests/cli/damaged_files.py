"""Result files that no run writes: spoilt byte by byte, and consistent ones whose attributes and arrays cannot be."""

import random

import h5py
import numpy as np

HUGE = 2**40


def flipped(whole, seed):
    """Some bytes of the file changed, cut, or zeroed, as the seed has it."""
    draw = random.Random(seed)
    data = bytearray(whole)
    kind = draw.choice(["flip", "flip", "flips", "page", "cut", "zeros"])
    if kind == "flip":
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    elif kind == "flips":
        for _ in range(draw.randrange(2, 40)):
            data[draw.randrange(len(data))] = draw.randrange(256)
    elif kind == "page":
        start = draw.randrange(0, len(data), 4096)
        data[start:start + 4096] = bytes(len(data[start:start + 4096]))
    elif kind == "cut":
        del data[draw.randrange(len(data)):]
    else:
        start = draw.randrange(len(data))
        data[start:start + 16] = bytes(len(data[start:start + 16]))
    return bytes(data)


def spoilt_heaps(whole):
    """16 zero bytes at places of each global heap, where the library keeps texts."""
    at = whole.find(b"GCOL")
    while at >= 0:
        for offset in (8, 16, 32, 64, 96):
            yield whole[:at + offset] + bytes(16) + whole[at + offset + 16:]
        at = whole.find(b"GCOL", at + 4)


def set_attribute(value):
    def change(owner, name):
        del owner.attrs[name]
        owner.attrs.create(name, value)
    return change


def drop_attribute(owner, name):
    del owner.attrs[name]


EMPTY = h5py.Empty("f8")
WRONG_NUMBERS = {"array": np.full(64, 7.0), "array of one": np.full(1, 3), "text": "seven", "texts": ["a", "b"],
                 "empty": EMPTY, "empty text": "", "zero": 0, "negative": -1, "huge": HUGE, "none": float("nan"),
                 "million": 1_000_000, "wide": np.longdouble(3), "compound": np.array((1, 2), dtype="i4,i4")}
WRONG_TEXTS = {"array": np.arange(64), "texts": ["a", "b", "c"], "number": 5, "empty": EMPTY, "fixed": np.bytes_(b"abc"),
               "long": "x" * 40000, "bytes": np.bytes_(b"\xff\xfe"), "empty text": ""}


def attribute_changes(path):
    """(what, change of an open file) for every attribute of the root."""
    with h5py.File(path) as file:
        attributes = dict(file.attrs)
    for name, value in attributes.items():
        wrong = WRONG_TEXTS if isinstance(value, str) else WRONG_NUMBERS
        for what, spoilt in wrong.items():
            yield f"{name}: {what}", lambda file, name=name, spoilt=spoilt: set_attribute(spoilt)(file, name)
        yield f"{name}: missing", lambda file, name=name: drop_attribute(file, name)


def replace(file, name, data, **options):
    del file[name]
    file.create_dataset(name, data=data, **options)


def virtual(file, name):
    shape, dtype = file[name].shape, file[name].dtype
    del file[name]
    layout = h5py.VirtualLayout(shape=shape, dtype=dtype)
    layout[...] = h5py.VirtualSource("/etc/passwd", "x", shape=shape)
    file.create_virtual_dataset(name, layout)


def external(file, name):
    shape, dtype = file[name].shape, file[name].dtype
    del file[name]
    file.create_dataset(name, shape, dtype, external=[("/etc/passwd", 0, h5py.h5f.UNLIMITED)])


def elsewhere(file, name):
    del file[name]
    file[name] = h5py.ExternalLink("/dev/zero", "/x")


def claimed(file, name):
    """Of the right rank, and so large that no file holds it; nothing written."""
    shape, dtype = file[name].shape, file[name].dtype
    del file[name]
    file.create_dataset(name, tuple(2**18 for _ in shape), dtype, chunks=tuple(1 for _ in shape))


def unwritten(file, name):
    shape, dtype = file[name].shape, file[name].dtype
    del file[name]
    file.create_dataset(name, shape, dtype, chunks=shape)


def array_changes(path):
    """(what, change of an open file) for every array, wherever it is."""
    names = []
    with h5py.File(path) as file:
        file.visititems(lambda name, item: names.append((name, item.dtype.kind)) if isinstance(item, h5py.Dataset) else None)
    def put(name, make):
        return lambda file: replace(file, name, make(file[name][...]))
    for name, kind in names:
        yield f"{name}: missing", lambda file, name=name: file.__delitem__(name)
        yield f"{name}: scalar", put(name, lambda values: values.reshape(-1)[0])
        yield f"{name}: one more axis", put(name, lambda values: values[np.newaxis])
        yield f"{name}: one short", put(name, lambda values: values[..., :-1])
        yield f"{name}: one more", put(name, lambda values: np.concatenate([values, values[..., -1:]], axis=-1))
        yield f"{name}: elsewhere", lambda file, name=name: elsewhere(file, name)
        yield f"{name}: unwritten", lambda file, name=name: unwritten(file, name)
        yield f"{name}: claimed", lambda file, name=name: claimed(file, name)
        yield f"{name}: a group", lambda file, name=name: (file.__delitem__(name), file.create_group(name))
        if kind == "O":
            yield f"{name}: numbers", put(name, lambda values: np.arange(values.size).reshape(values.shape))
            yield f"{name}: same", put(name, lambda values: np.full(values.shape, values.reshape(-1)[0]))
            yield f"{name}: nothing", put(name, lambda values: np.full(values.shape, b"", dtype=object))
            continue
        yield f"{name}: virtual", lambda file, name=name: virtual(file, name)
        yield f"{name}: external", lambda file, name=name: external(file, name)
        yield f"{name}: text", put(name, lambda values: np.full(values.shape, "x", dtype="S4"))
        yield f"{name}: zeros", put(name, np.zeros_like)
        yield f"{name}: most", put(name, lambda values: np.full_like(values, np.inf if kind == "f" else np.iinfo(values.dtype).max))
        yield f"{name}: negative", put(name, lambda values: np.full(values.shape, -1, dtype="f8" if kind == "f" else "i8"))
        if kind == "f":
            yield f"{name}: no numbers", put(name, lambda values: np.full_like(values, np.nan))
            yield f"{name}: backwards", put(name, lambda values: -values)


def crafted(file):
    """Consistent lies that take several changes."""
    def trials(count):
        def change(file):
            set_attribute(np.uint64(count))(file, "trials")
            file["trust_trials"][...] = count
        return change
    yield "trials 513 in all but arrays", trials(513)
    yield "no trials, all counts 0", lambda file: (trials(0)(file), [
        replace(file, name, np.zeros_like(file[name][...])) for name in list(file) if name.endswith("_count")])
    def array(name, value):
        return lambda file: replace(file, name, np.full_like(file[name][...], value))
    for name, value in (("trust_metrics_reported", 2**31 - 1), ("kloe_count", 0), ("metric_final", -1e300),
                        ("metric_polarity", 7), ("summarised_polarity", 7), ("trust_in_scope", 255),
                        ("trust_combined_given", 255)):
        yield f"{name} {value}", array(name, value)
    def texts(name, value, at=None):
        def change(file):
            values = file[name][...]
            values[slice(None) if at is None else at] = value
            file[name][...] = values
        return change
    yield "other statistics", texts("statistic", "x")
    roles = list(file["provenance/input_role"].asstr())
    for text in ("", "x", 'x"y', "code,name\n"):
        yield f"published is {text!r}", texts("provenance/input_text", text, roles.index("published"))
    yield "another scenario", texts("provenance/input_text", "schema = 1", roles.index("scenario"))
    yield "a catalogue upside down", lambda file: (file["catalogue"]["lower"].__setitem__(Ellipsis, 1e300))
    yield "titles are one text", lambda file: (file.__delitem__("metric_title"), file.create_dataset("metric_title", data="x"))
    def ratings(file):
        shape = file["rating_final"].shape
        trials(2**36)(file)
        for name in ("rating_final", "combined_final"):
            del file[name]
            file.create_dataset(name, (*shape[:-1], 2**36), "u1", chunks=(1, 1, 2**20))
    yield "2^36 ratings", ratings
    def grade(value):
        def change(file):
            values = file["rating_final"][...]
            values[-1, -1, -1] = value
            replace(file, "rating_final", values)
        return change
    for value in (0, 5, 255):
        yield f"a grade of {value}", grade(value)
    def months(file):
        set_attribute(np.int32(100_000))(file, "months")
        set_attribute(np.int32(100_000))(file, "assessment_month")
    yield "months 100,000", months
    for name, value in (("seconds", 1e308), ("keep", "text"), ("keep", ""), ("version", "1" * 60000),
                        ("commit", "c" * 60000), ("host", "h" * 60000)):
        yield f"{name} {str(value)[:5]}", lambda file, name=name, value=value: set_attribute(value)(file, name)
    for name in ("expected_score_change_se", "change_mean_se", "expected_score_change", "change_mean", "value_sd",
                 "sector_expected_rating_se", "benchmark_mean"):
        for value in (1e15, 1e308) if name == "benchmark_mean" else (255.0, 1e308):
            yield f"{name} {value}", lambda file, name=name, value=value: replace(
                file, name, np.full_like(file[name][...], value))
