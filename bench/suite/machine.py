"""On what the figures were measured."""

import os
import pathlib
import platform
import subprocess


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def memory_gb():
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30, 1)


def cache(level):
    index = {"L1d": 0, "L2": 2, "L3": 3}[level]
    path = pathlib.Path(f"/sys/devices/system/cpu/cpu0/cache/index{index}/size")
    return path.read_text(encoding="utf-8").strip() if path.exists() else "unknown"


def commit(root):
    done = subprocess.run(["git", "-C", str(root), "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True,
                          check=False)
    return done.stdout.strip() or "unknown"


def described(root):
    return {"processor": processor(), "cores": len(os.sched_getaffinity(0)), "memory_gb": memory_gb(),
            **{level: cache(level) for level in ("L1d", "L2", "L3")}, "system": platform.platform(),
            "python": platform.python_version(), "commit": commit(root), "load_before": round(os.getloadavg()[0], 2)}
