"""`uor serve`: who may ask, what is refused in which words, the same bits as a run, and how it ends."""

import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time

import program

LEVER = "clinical.dna_rate"


class Served:
    """The server of some words while it lasts."""

    def __init__(self, folder, *words):
        environment = {k: v for k, v in os.environ.items() if k not in ("UOR_HOME", "DISPLAY", "WAYLAND_DISPLAY")}
        self.process = subprocess.Popen([program.UOR, "serve", *map(str, words), "--json"], cwd=folder, env=environment,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(self.process.communicate()[1])
        self.address = json.loads(line)
        self.port, self.token = self.address["port"], self.address["token"]

    def ask(self, what, body, headers=None, method="POST", without=()):
        """Status and answer; headers of None are left out."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        fields = {"Host": f"127.0.0.1:{self.port}", "X-Uor-Token": self.token, "Content-Length": str(len(data))}
        fields.update(headers or {})
        connection.putrequest(method, what, skip_host=True, skip_accept_encoding=True)
        for name, value in fields.items():
            if name not in without:
                connection.putheader(name, value)
        connection.endheaders(data)
        response = connection.getresponse()
        self.headers = dict(response.getheaders())
        text = response.read().decode()
        connection.close()
        return response.status, json.loads(text) if text.startswith("{") else text

    def odds(self, **body):
        status, answer = self.ask("/api/odds", {"trust": program.TRUST, **body})
        if status != 200:
            raise AssertionError((status, answer))
        return answer

    def raw(self, data):
        """What comes back of bytes, up to the end of the connection or two seconds of silence."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=2) as one:
            one.sendall(data)
            found = b""
            try:
                while part := one.recv(65536):
                    found += part
            except (TimeoutError, ConnectionResetError):
                pass
        return found.decode(errors="replace")

    def end(self, with_signal=signal.SIGTERM, within=10):
        self.process.send_signal(with_signal)
        return self.process.wait(within)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


class Test(program.ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="uor-serve-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.server = Served(pathlib.Path(cls.scratch.name), program.TRUST, "--no-open")
        cls.addClassCleanup(cls.server.close)

    def served(self, *words):
        server = Served(self.folder, *words)
        self.addCleanup(server.close)
        return server

    def run_entry(self, *words, trust=program.TRUST):
        run = json.loads(self.done("run", *words, "--trust", trust, "--json", "--quiet", "--out", self.folder / "r.h5"))
        return run["results"][-1]

    def refused_odds(self, body, *words, status=400):
        """Of odds, with each of the words in what is said."""
        found, answer = self.server.ask("/api/odds", body)
        self.assertEqual(found, status, answer)
        for word in words:
            self.assertIn(word, answer["error"])

    def test_the_address_has_a_token_behind_the_hash_and_the_port_is_on_loopback_only(self):
        address = self.server.address
        self.assertEqual(address["url"], f"http://127.0.0.1:{address['port']}/#token={address['token']}")
        self.assertRegex(address["token"], "^[0-9a-f]{32}$")
        rows = [line.split() for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]]
        listening = [row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{address['port']:04X}")]
        self.assertEqual(listening, [f"0100007F:{address['port']:04X}"])

    def test_without_json_one_line_is_printed(self):
        process = subprocess.Popen([program.UOR, "serve", program.TRUST, "--no-open"], cwd=self.folder, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertRegex(process.stdout.readline(), r"^http://127\.0\.0\.1:\d+/#token=[0-9a-f]{32}\n$")
        process.terminate()
        self.assertEqual(process.communicate(timeout=10), ("", ""))
        self.assertEqual(process.returncode, 0)

    def test_the_odds_of_a_run_to_the_bit(self):
        for settings, words in (({LEVER: 6.0}, [f"{LEVER}=6.0"]),
                                ({LEVER: "*0.9", "people.agency_volume_change": -20.5},
                                 [f"{LEVER}=*0.9", "people.agency_volume_change==-20.5"]),
                                ({}, [])):
            options = [word for setting in words for word in ("--set", setting)]
            wanted = self.run_entry("baseline", "--points", "sobol", "--trials", "4096", *options)
            for _ in range(2):  # the second time with a baseline that is held
                found = self.server.odds(set=settings, points=4096)
                self.assertEqual(found.pop("request"), {"trust": program.TRUST, "set": settings, "points": 4096})
                found.pop("notes")
                self.assertEqual(found, {key: value for key, value in wanted.items() if key != "pounds"})

    def test_more_points_and_another_trust_are_those_of_a_run_too(self):
        wanted = self.run_entry("baseline", "--points", "sobol", "--trials", "8192", "--set", f"{LEVER}=5", trust="R1F")
        status, found = self.server.ask("/api/odds", {"trust": "R1F", "set": {LEVER: 5}, "points": 8192})
        self.assertEqual(status, 200)
        self.assertEqual(found["metrics"], wanted["metrics"])
        self.assertEqual(found["ratings"], wanted["ratings"])

    def test_odds_alone_are_those_of_the_whole_answer(self):
        whole = self.server.odds(set={LEVER: 4.5}, points=4096)
        odds = self.server.odds(set={LEVER: 4.5}, points=4096, detail="odds")
        self.assertEqual((odds["metrics"], odds["ratings_by_month"], odds["range"]), ({}, [], None))
        for same in ("ratings", "standard_error", "kloe", "good_or_better_change", "migration", "limiters"):
            self.assertEqual(odds[same], whole[same], same)

    def test_a_first_look_is_near_and_its_error_is_no_wild_guess(self):
        first = self.server.odds(set={LEVER: 4.5}, points=1024, detail="odds")
        whole = self.server.odds(set={LEVER: 4.5}, points=65536, detail="odds")
        for rating, odds in first["ratings"].items():
            error = first["standard_error"][rating]
            self.assertAlmostEqual(odds, whole["ratings"][rating], delta=8 * error + 1e-3)
            self.assertLess(error, 0.02)

    def test_a_lever_that_reaches_nothing_leaves_every_bit(self):
        before = self.server.odds(points=4096, detail="odds")
        touched = self.server.odds(set={"clinical.block_share": "+0"}, points=4096, detail="odds")
        self.assertEqual(touched["ratings"], before["ratings"])
        self.assertEqual(touched["good_or_better_change"], 0)

    def test_what_is_saved_gives_the_same_odds_to_the_bit(self):
        asked = {"trust": program.TRUST, "set": {LEVER: 6.125, "people.agency_volume_change": "-20@7"}, "points": 4096}
        _, saved = self.server.ask("/api/scenario", asked)
        self.write(saved["name"], saved["text"])
        run = json.loads(self.done("run", saved["name"], "--json", "--quiet", "--out", "s.h5"))["results"][-1]
        found = self.server.odds(**asked)
        for same in ("ratings", "standard_error", "kloe", "metrics", "range", "change", "ratings_by_month"):
            self.assertEqual(found[same], run[same], same)

    def test_closed_to_others(self):
        port = self.server.port
        asked = {"trust": program.TRUST, "points": 1024, "detail": "odds"}
        for headers in ({"X-Uor-Token": "0" * 32}, {"X-Uor-Token": ""}, {"X-Uor-Token": self.server.token + "0"},
                        {"Host": "localhost.evil.example"}, {"Host": f"evil.example:{port}"}, {"Host": "127.0.0.1"},
                        {"Host": f"127.0.0.1:{port}0"}, {"Host": f"127.0.0.1:{port} "[:-1] + ".evil.example"},
                        {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": f"https://127.0.0.1:{port}"},
                        {"Origin": f"http://127.0.0.1:{port}.evil.example"}, {"Origin": f"http://localhost:{port + 1}"}):
            status, answer = self.server.ask("/api/odds", asked, headers)
            self.assertEqual(status, 403, headers)
            self.assertIn("error", answer)
        self.assertEqual(self.server.ask("/api/odds", asked, without=["X-Uor-Token"])[0], 403)
        self.assertEqual(self.server.ask("/api/odds", asked, without=["Host"])[0], 403)
        self.assertEqual(self.server.ask("/", b"", {"Host": "evil.example"}, "GET")[0], 403)
        for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
            self.assertEqual(self.server.ask("/api/odds", asked, {"Host": host, "Origin": f"http://{host}"})[0], 200)

    def test_two_hosts_or_tokens_are_none(self):
        head = f"POST /api/here HTTP/1.1\r\nX-Uor-Token: {self.server.token}\r\nContent-Length: 0\r\n"
        ours = f"Host: 127.0.0.1:{self.server.port}\r\n"
        self.assertIn("200 OK", self.server.raw((head + ours + "Connection: close\r\n\r\n").encode()))
        for more in (ours, "X-Uor-Token: 0\r\n"):
            self.assertIn("403 Forbidden", self.server.raw((head + ours + more + "Connection: close\r\n\r\n").encode()))

    def test_bad_requests_are_refused_in_the_words_of_the_command_line(self):
        self.refused_odds(b"{", "must be JSON", "byte")
        self.refused_odds(b"[]", "must be a JSON object")
        self.refused_odds(b"", "must be JSON")
        self.refused_odds(b"\xff{}", "must be JSON")
        self.refused_odds(b'{"trust": "RF4", "set": {"a": 1e3000}}', "a number that is beyond")
        self.refused_odds({}, "trust: is missing")
        self.refused_odds({"trust": 5}, "trust: must be a text")
        self.refused_odds({"trust": "RF4", "sets": {}}, "unknown member 'sets'", "Did you mean 'set'?")
        self.refused_odds({"trust": "RF4", "set": []}, "set: must be an object")
        self.refused_odds({"trust": "RF4", "set": {LEVER: None}}, f"set: {LEVER}: must be a number")
        self.refused_odds({"trust": "RF4", "points": 1000}, "points: must be 1024", "4096")
        self.refused_odds({"trust": "RF4", "points": -4096}, "points: must be 1024")
        self.refused_odds({"trust": "RF4", "points": 1 << 40}, "up to 65536")
        self.refused_odds({"trust": "RF4", "detail": "much"}, '"odds" or "all"')
        self.refused_odds({"trust": "../RF4.toml"}, "no code")
        self.refused_odds({"trust": "all"}, "no code")
        for body, words in (({"trust": "ZZZ"}, ["--trust", "ZZZ"]),
                            ({"trust": "RF4", "set": {"clinical.dna_rat": 5}}, ["--set", "clinical.dna_rat=5"]),
                            ({"trust": "RF4", "set": {LEVER: "x"}}, ["--set", f"{LEVER}=x"]),
                            ({"trust": "RF4", "set": {LEVER: -5}}, ["--set", f"{LEVER}==-5"]),
                            ({"trust": "RF4", "set": {LEVER: 1e300}}, ["--set", f"{LEVER}=1e+300"])):
            trust = [] if "--trust" in words else ["--trust", "RF4"]
            said = self.uor("run", "baseline", *trust, *words).stderr
            self.refused_odds(body, said.removeprefix("uor: ").strip())

    def test_targets_and_methods_that_are_not_there(self):
        self.assertEqual(self.server.ask("/api/odd", {})[0], 404)
        self.assertEqual(self.server.ask("/../../etc/passwd", b"", method="GET")[0], 404)
        self.assertEqual(self.server.ask("/data/trusts.csv", b"", method="GET")[0], 404)
        self.assertEqual(self.server.ask("/api/odds", b"", method="GET")[0], 405)
        self.assertEqual(self.server.ask("/", b"", method="POST")[0], 405)

    def test_what_is_too_large_is_not_read_to_its_end(self):
        self.assertEqual(self.server.ask("/api/odds", b" " * 70000)[0], 413)
        head = f"POST /api/odds HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\nX-Uor-Token: {self.server.token}\r\n"
        self.assertIn("413 ", self.server.raw((head + "Content-Length: 99999999999\r\n\r\n{").encode()))
        self.assertIn("413 ", self.server.raw((head + "Transfer-Encoding: chunked\r\n\r\n20000\r\n" + " " * 0x20000).encode()))
        self.assertIn("431 ", self.server.raw((head + "X-Long: " + "a" * 10000 + "\r\n\r\n").encode()))
        for nonsense in (b"\0\1\2\3\r\n\r\n", b"GET\r\n\r\n", (head + "Content-Length: -1\r\n\r\n").encode()):
            self.assertIn("400 ", self.server.raw(nonsense))
        self.server.odds(points=1024, detail="odds")

    def test_a_newer_request_of_a_page_takes_the_place_of_an_older_one(self):
        data = json.dumps({"trust": program.TRUST, "set": {LEVER: 3}, "points": 65536, "page": "one"}).encode()
        older = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        older.request("POST", "/api/odds", data, {"X-Uor-Token": self.server.token})
        time.sleep(0.05)
        other = self.server.odds(set={LEVER: 3}, points=1024, page="two", detail="odds")
        newer = self.server.odds(set={LEVER: 4}, points=1024, page="one", detail="odds")
        response = older.getresponse()
        self.assertEqual(response.status, 409, response.read()[:200])
        self.assertNotEqual(newer["ratings"], other["ratings"])
        older.close()

    def test_a_keep_alive_request_costs_no_wait_of_the_network(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        took = []
        for _ in range(40):
            start = time.perf_counter()
            connection.request("POST", "/api/here", b"{}", {"X-Uor-Token": self.server.token})
            connection.getresponse().read()
            took.append(time.perf_counter() - start)
        connection.close()
        self.assertLess(sorted(took)[20], 0.03)  # a delayed acknowledgement takes 0.04

    def test_a_page_is_told_of_its_trust_and_levers(self):
        status, about = self.server.ask("/api/trust", {"trust": program.TRUST})
        self.assertEqual((status, about["code"], about["months"]), (200, program.TRUST, 12))
        levers = {lever["id"]: lever for lever in about["levers"]}
        listed = {lever["id"]: lever for lever in json.loads(self.done("levers", "--json"))["levers"]}
        self.assertLessEqual(set(levers), set(listed))
        self.assertEqual(levers[LEVER]["lead_months"], listed[LEVER]["lead_months"])
        self.assertEqual(levers[LEVER]["acts_from"], 4)
        self.assertTrue(levers[LEVER]["reaches"])
        self.assertFalse(levers["support.network_share"]["reaches"])  # takes 18 months
        for lever in levers.values():
            self.assertLessEqual(lever["low"], lever["high"])
            self.assertGreater(lever["step"], 0)

    def test_the_surplus_is_that_of_the_accounts_by_month(self):
        run = json.loads(self.done("run", "baseline", "--points", "sobol", "--trials", "4096", "--trust", program.TRUST,
                                   "--set", f"{LEVER}=4", "--json", "--quiet", "--out", "m.h5"))
        statement = json.loads(self.done("report", "m.h5", "--json"))["trusts"][0]["statement"]["sides"]
        years = [next(row for row in side if row["id"] == "surplus")["year"] for side in statement]
        self.assertEqual(len(run["results"]), 2)
        _, money = self.server.ask("/api/money", {"trust": program.TRUST, "set": {LEVER: 4}})
        self.assertAlmostEqual(money["surplus_gbp_m"]["value"], years[1], delta=1e-9)
        self.assertAlmostEqual(money["surplus_gbp_m"]["change"], years[1] - years[0], delta=1e-9)

    def test_the_page_is_whole_and_loads_nothing_from_elsewhere(self):
        status, page = self.server.ask("/", b"", method="GET", without=["X-Uor-Token"])
        self.assertEqual(status, 200)
        if "not built" in page:
            self.skipTest("no web/dist; run scripts/build_web")
        self.assertIn("default-src 'none'", self.server.headers["Content-Security-Policy"])
        self.assertNotRegex(page, r'(src|href)="(?!live\.|data:,|#)')
        size = len(page)
        for part in ("/live.js", "/live.css"):
            status, text = self.server.ask(part, b"", method="GET")
            self.assertEqual(status, 200)
            size += len(text)
        self.assertLess(size, 1_000_000)

    def test_a_scenario_offers_its_options_and_a_workbook_its_trust(self):
        self.write("q.toml", 'schema = 1\nname = "q"\ntitle = "q"\nquestion = "q?"\n[run]\ntrusts = ["R1F"]\n'
                   f'[[level]]\nname = "few"\ntitle = "Few missed"\n[[level.change]]\ndriver = "{LEVER}"\nmultiply = 0.8\n'
                   '[[level.vary]]\ndriver = "finance.run_rate"\n'
                   'distribution = { shape = "pert", lower = -1, mode = -0.5, upper = 0 }\nas = "add"\n')
        server = self.served("q.toml", "--no-open")
        _, trusts = server.ask("/api/trusts", {})
        self.assertEqual(trusts["first"], "R1F")
        _, about = server.ask("/api/trust", {"trust": "R1F"})
        self.assertEqual(about["options"], [{"name": "few", "title": "Few missed", "set": {LEVER: "*0.8"},
                                             "left_out": ["finance.run_rate"]}])
        self.done("init", "t.xlsx", "--trust", "RF4")
        own = self.served("t.xlsx", "--no-open")
        status, _ = own.ask("/api/odds", {"trust": "RF4", "points": 1024, "detail": "odds"})
        self.assertEqual(status, 200)

    def test_subjects_that_are_none_are_refused_before_anything_is_served(self):
        for words, said in ((["nonsense"], "nonsense"), (["missing.toml"], "missing.toml"),
                            (["RF4", "RF4"], "named twice"), (["cip_slippage", "recovery_plan"], "a second scenario"),
                            (["RF4", "--port", "70000"], "--port"), (["RF4", "--idle", "0"], "--idle")):
            result = self.uor("serve", *words, "--no-open")
            self.assertEqual((result.returncode, result.stdout), (2, ""), words)
            self.assertIn(said, result.stderr)

    def test_a_port_that_is_taken_is_said(self):
        result = self.uor("serve", program.TRUST, "--no-open", "--port", self.server.port)
        self.assertEqual(result.returncode, 1)
        self.assertIn(f"port {self.server.port}", result.stderr)
        self.assertIn("--port", result.stderr)

    def test_it_ends_when_its_page_was_closed_for_the_idle_time(self):
        server = self.served(program.TRUST, "--no-open", "--idle", "0.05")
        for _ in range(5):
            time.sleep(1)
            self.assertEqual(server.ask("/api/here", {})[0], 200)  # an open page keeps it
        start = time.monotonic()
        self.assertEqual(server.process.wait(30), 0)
        self.assertGreater(time.monotonic() - start, 2)

    def test_others_do_not_keep_it_alive(self):
        server = self.served(program.TRUST, "--no-open", "--idle", "0.05")
        with self.assertRaises((ConnectionError, http.client.HTTPException)):
            for _ in range(200):
                server.ask("/api/here", {}, {"X-Uor-Token": "x"})
                time.sleep(0.1)
        self.assertEqual(server.process.wait(10), 0)

    def test_signals_end_it_at_once_even_while_it_works(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            server = self.served(program.TRUST, "--no-open")
            busy = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
            body = json.dumps({"trust": program.TRUST, "set": {LEVER: 3}, "points": 65536}).encode()
            busy.request("POST", "/api/odds", body, {"X-Uor-Token": server.token})
            time.sleep(0.1)
            self.assertEqual(server.end(number), 0)
            busy.close()


if __name__ == "__main__":
    program.main()
