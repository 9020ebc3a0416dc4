"""The ratios that are to be reached, from raw figures (docs/performance.md says what each is)."""

from dataclasses import dataclass

SLACK = 0.10  # what a ratio may miss its target by


@dataclass
class Ratio:
    letter: str
    title: str
    target: float
    at_least: bool  # else at most
    of: object      # (raw by name, info) -> value, or None where this machine cannot tell
    aim: float = None
    counted: object = True  # else printed only; or (raw) -> that

    def value(self, raw, info):
        try:
            return self.of(raw, info)
        except KeyError:
            return None

    def missed(self, value):
        """By more than the slack."""
        return value < self.target * (1 - SLACK) if self.at_least else value > self.target * (1 + SLACK)

    def reached(self, value):
        return value >= self.target if self.at_least else value <= self.target


def wide(info):
    """Whether the program runs with AVX-512 here."""
    return info["isa_level"] >= 4


def parts(raw):
    return raw["draw"] + raw["nodes"] + raw["summary"]


def only_if(condition, value):
    return value() if condition else None


RATIOS = [
    Ratio("a", "NumPy's normal / a normal draw, AVX-512", 8, True,
          lambda r, i: only_if(wide(i), lambda: r["numpy_normal"] / r["draw_normal"])),
    Ratio("a", "NumPy's normal / a normal draw, AVX2", 4, True, lambda r, i: r["numpy_normal"] / r["draw_normal_avx2"]),
    Ratio("a", "a normal draw / its bare uniform", 4, False, lambda r, i: r["draw_normal"] / r["philox_uniform"]),
    Ratio("b", "whole run / (draw + nodes + summary)", 1.10, False, lambda r, i: r["whole_single"] / parts(r)),
    Ratio("b", "scenario with its baseline / one side", 1.75, False, lambda r, i: r["whole_paired"] / r["whole_single"],
          aim=1.5),
    Ratio("b", "ns a quantity and month, AVX-512", 0.40, False, lambda r, i: only_if(wide(i), lambda: r["quantity_month"])),
    Ratio("b", "ns a quantity and month, AVX2", 0.60, False, lambda r, i: r["quantity_month_avx2"]),
    Ratio("b", "ns a summarised value", 1.3, False, lambda r, i: r["summarised_value"]),
    Ratio("b", "scenario with its baseline / draw", 6.5, False, lambda r, i: r["whole_paired"] / r["draw"], aim=5.5,
          counted=False),
    Ratio("b", "summaries / scenario with its baseline", 0.10, False,
          lambda r, i: r["summary_screen"] / r["whole_paired"]),
    Ratio("b", "summaries / the same with a result file", 0.15, False, lambda r, i: r["summary_file"] / r["keep_summary"]),
    *(Ratio("b", f"one more side / one side, a lever of {lever}", 0.45, False,
            lambda r, i, lever=lever: r[f"one_more_side_{lever}"] / r["whole_single"], counted=lever == "finance")
      for lever in ("finance", "people", "clinical")),
    Ratio("c", "NumPy's model / whole run, paired", 12, True, lambda r, i: r["numpy_whole_paired"] / r["whole_paired"],
          aim=14),
    Ratio("d", "host / whole run", 0.05, False, lambda r, i: r["host"] / r["whole_single"]),
    Ratio("e", "one thread / two threads", 1.85, True, lambda r, i: r["threads_1"] / r["threads_2"],
          counted=lambda r: r["threads_1"] / r["programs_2"] >= 1.85),
    Ratio("e", "two programs at once / two threads", 0.925, True, lambda r, i: r["programs_2"] / r["threads_2"]),
    Ratio("f", "--keep metrics / --keep summary", 1.15, False, lambda r, i: r["keep_metrics"] / r["keep_summary"]),
    Ratio("f", "write() / storing the same bytes", 0.70, True, lambda r, i: r["write_raw"] / r["store_raw"]),
    Ratio("g", "peak memory, ten times the trials / once", 1.10, False,
          lambda r, i: r["memory_more_trials_mb"] / r["memory_fewer_trials_mb"]),
    Ratio("g", "peak memory of the longer run, MB", 400, False, lambda r, i: r["memory_more_trials_mb"]),
    Ratio("g", "peak memory, all trusts, MB", 1000, False, lambda r, i: r["memory_sector_mb"]),
    Ratio("g", "result file, all trusts, MB", 100, False, lambda r, i: r["file_sector_mb"]),
    Ratio("g", "starting, s of a processor", 0.15, False, lambda r, i: r["start_seconds"]),
    Ratio("g", "compiling one change, ms", 1, False, lambda r, i: r["compile_ms"]),
    Ratio("g", "64 sides of odds, peak memory, MB", 200, False, lambda r, i: r["sides_64_mb"]),
    Ratio("g", "time over trials, distance of the exponent from 1", 0.05, False, lambda r, i: abs(r["exponent_trials"] - 1)),
    Ratio("g", "time over trusts, distance of the exponent from 1", 0.05, False, lambda r, i: abs(r["exponent_trusts"] - 1)),
]


def judged(raw, info):
    """Rows of letter, title, value, target, aim, and whether it is reached or missed by more than the slack."""
    rows = []
    for ratio in RATIOS:
        value = ratio.value(raw, info)
        if value is None:
            continue
        counted = ratio.counted(raw) if callable(ratio.counted) else ratio.counted
        rows.append({"letter": ratio.letter, "title": ratio.title, "value": value, "target": ratio.target,
                     "at_least": ratio.at_least, "aim": ratio.aim, "reached": ratio.reached(value),
                     "missed": ratio.missed(value), "counted": counted})
    return rows
