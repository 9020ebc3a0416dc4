"""The seal of result files, as anyone can make it: what comes after it is read like a file that a run wrote."""

import hashlib

MARK = b"\nuor result sealed, SHA-256 of all before: "
BYTES = len(MARK) + 64 + 1


def sealed(data):
    return data + MARK + hashlib.sha256(data).hexdigest().encode() + b"\n"


def unsealed(data):
    assert data[-BYTES:].startswith(MARK), "no seal"
    return data[:-BYTES]


def seal(path):
    """After a change by a library, which takes the old seal away."""
    path.write_bytes(sealed(path.read_bytes()))
