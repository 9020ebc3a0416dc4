#!/usr/bin/python3
"""Writes the seeds of http_request_fuzz into corpus/http_request: one request a file, each of another kind."""
import json
import pathlib

TOKEN = "0123456789abcdef0123456789abcdef"
HEAD = f"Host: 127.0.0.1:8080\r\nX-Uor-Token: {TOKEN}\r\n"
BODIES = [
    {"trust": "RF4", "set": {"clinical.dna_rate": 6.0}, "points": 4096, "detail": "odds", "page": "p"},
    {"trust": "RF4", "set": {"a.b": "*0.9@3", "c.d": "<=2", "e.f": ">=-1", "g.h": "+1", "i.j": "=-5", "k": -0.0}},
    {"trust": "RF4", "points": 1024},
    {"trust": "ZZZ", "set": {}},
    {"trust": 5}, [], None, {"set": {"a": None}}, {"trust": "R\u00e9", "set": {"\u2212": 1e300}},
]


def post(target, body, more=""):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return f"POST {target} HTTP/1.1\r\n{HEAD}{more}Content-Length: {len(data)}\r\n\r\n".encode() + data


def seeds():
    for i, body in enumerate(BODIES):
        yield f"odds_{i}", post("/api/odds", body)
        yield f"money_{i}", post("/api/money", body)
    for target in ("/api/here", "/api/trusts", "/api/trust", "/api/scenario", "/none"):
        yield "target_" + target.strip("/").replace("/", "_"), post(target, BODIES[3])
    yield "origin", post("/api/odds", BODIES[0], "Origin: http://127.0.0.1:8080\r\n")
    yield "foreign", post("/api/odds", BODIES[0], "Origin: http://evil.example\r\n")
    yield "twice", post("/api/odds", BODIES[0], "Host: 127.0.0.1:8080\r\n")
    yield "get", f"GET / HTTP/1.1\r\n{HEAD}\r\n".encode()
    yield "chunked", (f"POST /api/odds HTTP/1.1\r\n{HEAD}Transfer-Encoding: chunked\r\n\r\n"
                      "5;a=b\r\n{\"tru\r\n9\r\nst\": \"R\"}\r\n0\r\nT: x\r\n\r\n").encode()
    yield "length", f"POST /api/odds HTTP/1.1\r\n{HEAD}Content-Length: 99999999999999999999\r\n\r\n".encode()
    yield "not_json", post("/api/odds", b"{\"trust\": \"RF4\", ")
    yield "not_utf8", post("/api/odds", b"{\"trust\": \"\xff\"}")
    yield "deep", post("/api/odds", b"[" * 2000)
    yield "old", f"POST /api/here HTTP/1.0\r\n{HEAD}\r\n".encode()


folder = pathlib.Path(__file__).parent / "corpus" / "http_request"
folder.mkdir(parents=True, exist_ok=True)
for name, data in seeds():
    (folder / name).write_bytes(data)
