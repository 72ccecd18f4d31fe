#!/usr/bin/env python3
"""Measures recording and replay on a session of 10 million events, against its goals.

    python3 Tests/Benchmarks/sessions.py [--events 10000000] [--runs 3] [--format text|json]

Builds `session-bench` and `modtop`, records a run of pledge-2016 under .build/bench, and
prints medians. Times are absolute: they say something on a machine that does nothing else.

Exit status 1 when a goal is missed and --check is given.
"""
import argparse
import json
import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
RELEASE = ROOT / ".build" / "release"
OUT = ROOT / ".build" / "bench"
# What is measured, how it is called, the goal, and whether more is better.
GOALS = [
    ("record_events_per_second", "recorded events a second, sustained", 500_000, True),
    ("paced_share", "share of 500,000 events a second that a recorded session keeps up", 0.99, True),
    ("bytes_per_event", "bytes an event in the file, keyframes included", 24, False),
    ("keyframe_share", "keyframes as a share of the file", 0.2, False),
    ("first_screen_ms", "open to first screen, ms", 50, False),
    ("seek_p50_ms", "seek to a random instant, median, ms", 3, False),
    ("seek_p99_ms", "seek to a random instant, 99 %, ms", 10, False),
    ("step_back_p50_ms", "step one event back, median, ms", 1, False),
    ("replay_events_per_second", "events a second in a replay at full speed", 3_000_000, True),
    ("replay_mib", "resident memory in a replay, MiB", 64, False),
    ("short_replay_mib", "the same of a session a hundredth as long", None, False),
]


def build():
    OUT.mkdir(parents=True, exist_ok=True)
    for product in ["session-bench", "modtop"]:
        subprocess.run(["swift", "build", "-c", "release", "--static-swift-stdlib", "--product",
                        product], cwd=ROOT, check=True, stdout=sys.stderr)


def bench(*words):
    result = subprocess.run([RELEASE / "session-bench", *map(str, words)], capture_output=True,
                            text=True, check=True)
    return json.loads(result.stdout)


def record(path, events):
    path.unlink(missing_ok=True)
    return bench("record", path, events)


def keyframe_share(path):
    import sqlite3
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        (size,) = database.execute("SELECT sum(length(state)) FROM keyframes").fetchone()
    return size / path.stat().st_size


class Screen:
    """modtop in a terminal of 80 × 24, as far as its output goes."""

    def __init__(self, *words):
        self.start = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execv(RELEASE / "modtop", ["modtop", *map(str, words)])
        self.output = b""

    def wait_for(self, text, seconds=60):
        """Seconds from the start until a text has been sent."""
        end = time.monotonic() + seconds
        while text not in self.output and time.monotonic() < end:
            ready, _, _ = select.select([self.terminal], [], [], 0.001)
            if ready:
                self.output += os.read(self.terminal, 1 << 16)
        return time.monotonic() - self.start

    def send(self, keys):
        self.output = b""
        os.write(self.terminal, keys)

    def memory(self):
        """The most memory that was resident so far, in MiB."""
        with open(f"/proc/{self.pid}/status") as status:
            line = next(line for line in status if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def first_screen(path):
    screen = Screen("replay", path, "--paused", "--no-record")
    seconds = screen.wait_for(b"REPLAY")
    screen.end()
    return seconds * 1e3


def replay_memory(path):
    """After a replay to the end at full speed, and some seeks."""
    screen = Screen("replay", path, "--no-record")
    screen.wait_for(b"REPLAY")
    screen.send(b":speed max\r")
    screen.wait_for("❚❚".encode())
    for keys in [b":goto 20%\r", b",,,", b"{{", b":goto 90%\r", b",,,"]:
        screen.send(keys)
        screen.wait_for(b"event", seconds=0.5)
    memory = screen.memory()
    screen.end()
    return memory


def measure(events, runs):
    path, short, paced = OUT / "long.modtop", OUT / "short.modtop", OUT / "paced.modtop"
    found = {name: [] for name, *_ in GOALS}
    for number in range(runs):
        result = record(path, events)
        found["record_events_per_second"].append(result["events_per_second"])
        found["bytes_per_event"].append(result["bytes_per_event"])
        paced.unlink(missing_ok=True)
        result = bench("paced", paced, 2_000_000, 500_000)
        found["paced_share"].append(result["events"] / result["session_seconds"] / 500_000)
        result = bench("replay", path, 1_000, number + 1)
        for name in ["seek_p50_ms", "seek_p99_ms", "step_back_p50_ms", "replay_events_per_second"]:
            found[name].append(result[name])
        found["first_screen_ms"] += [first_screen(path) for _ in range(3)]
    record(short, events // 100)
    found["keyframe_share"].append(keyframe_share(path))
    found["replay_mib"].append(replay_memory(path))
    found["short_replay_mib"].append(replay_memory(short))
    for file in [path, short, paced]:
        file.unlink()
    return {name: statistics.median(values) for name, values in found.items()}


def rows(found):
    for name, label, goal, more in GOALS:
        met = None if goal is None else found[name] >= goal if more else found[name] <= goal
        yield {"name": name, "label": label, "value": found[name], "goal": goal, "met": met}


def show(row):
    value = f"{row['value']:,.0f}" if row["value"] >= 1_000 else f"{row['value']:.3g}"
    goal = "" if row["goal"] is None else f"{row['goal']:,}"
    verdict = {True: "met", False: "MISSED", None: ""}[row["met"]]
    print(f"{row['label']:<66} {value:>12} {goal:>10}  {verdict}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--check", action="store_true", help="fail when a goal is missed")
    options = parser.parse_args()
    build()
    report = list(rows(measure(options.events, options.runs)))
    if options.format == "json":
        print(json.dumps(report, indent=2))
    else:
        for row in report:
            show(row)
    if options.check and any(row["met"] is False for row in report):
        sys.exit(1)


if __name__ == "__main__":
    main()
