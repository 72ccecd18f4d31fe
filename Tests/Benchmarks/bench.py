#!/usr/bin/env python3
"""Measures the simulation kernel against hand-written loops and, with PEERS=1, other tools.

    python3 Tests/Benchmarks/bench.py [--runs 5] [--customers 1000000] [--format text|json]

Builds `modtop-bench` and the yardstick `floor.cpp`, runs everything in turn (a machine's
speed drifts, so only runs that alternate can be compared) and prints medians. With PEERS=1
in the environment it makes a virtual environment under .build, installs SimPy, Ciw and
salabim from PyPI and runs the models of `peers.py`.

Exit status 1 when a goal is missed and --check is given.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUT = ROOT / ".build" / "bench"
REFERENCE = ROOT.parent / "shared" / "tools" / "des-floor" / "floor.cpp"
HOLDS = ["hold16", "hold256", "hold1024", "hold4096", "hold16384", "hold131072", "hold1048576"]
MODELS = ["mm1", "mmc10", "net25", "net25s", "network", "mmcm", "shifts"] + HOLDS
# Models that the floors know under another name.
YARDSTICKS = {"network": "net25s", "shifts": "mmcm"}
# The greatest ratio to the floor that is accepted.
GOALS = {"mm1": 1.25, "mmc10": 1.25, "net25s": 1.25, "mmcm": 2.0, "shifts": 2.0,
         "hold16": 1.5, "hold256": 1.5, "hold1024": 1.5, "hold4096": 1.5, "hold16384": 1.5}
# How many times faster than SimPy's better style.
PEER_GOALS = {"mm1": 160, "mmc10": 120, "net25": 115}
PEER_CUSTOMERS = {"simpy": 30_000, "simpy-process": 30_000, "ciw": 10_000, "salabim": 5_000}


def build():
    """Builds the programs and returns the command of each engine, by name."""
    OUT.mkdir(parents=True, exist_ok=True)
    run(["swift", "build", "-c", "release", "--product", "modtop-bench"], cwd=ROOT)
    binary = ROOT / ".build" / "release" / "modtop-bench"
    engines = {"modtop": lambda model, n, seed: [binary, model, n, seed]}
    compiler = os.environ.get("CXX") or shutil.which("g++") or shutil.which("clang++")
    if not compiler:
        note("no C++ compiler: the floor is skipped")
        return engines
    floor = OUT / "floor"
    run([compiler, "-O2", "-std=c++20", HERE / "floor.cpp", "-o", floor])
    engines["floor"] = lambda model, n, seed: [floor, YARDSTICKS.get(model, model), n, seed]
    if REFERENCE.exists():
        reference = OUT / "reference"
        run([compiler, "-O2", "-std=c++20", "-w", REFERENCE, "-o", reference])
        engines["reference"] = lambda model, n, seed: [
            reference, YARDSTICKS.get(model, model), "i4", "zig", n, seed]
    else:
        note("the reference floor is not here: skipped")
    return engines


def peers():
    """Makes the virtual environment and returns the commands of the peers."""
    python = OUT / "peers" / "bin" / "python"
    if not python.exists():
        run([sys.executable, "-m", "venv", OUT / "peers"])
        run([python, "-m", "pip", "install", "--quiet", "simpy", "ciw", "salabim", "numpy"])
    script = HERE / "peers.py"
    return {name: (lambda model, n, seed, name=name: [python, script, name, model, n, seed])
            for name in ["simpy", "simpy-process", "ciw", "salabim"]}


def run(command, **options):
    subprocess.run([str(part) for part in command], check=True, stdout=sys.stderr, **options)


def note(text):
    print(text, file=sys.stderr)


def measure(command):
    """One run's JSON line, or None when the program fails."""
    words = [str(part) for part in command]
    result = subprocess.run(words, capture_output=True, text=True)
    lines = [line for line in result.stdout.splitlines() if line.startswith("{")]
    if result.returncode or not lines:
        note(f"{' '.join(words)}: {result.stderr.strip()[-300:]}")
        return None
    return json.loads(lines[-1])


def interleave(commands, runs):
    """Runs each command in turn, `runs` times; the results by name."""
    results = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            result = measure(command)
            if result:
                results[name].append(result)
    return {name: found for name, found in results.items() if found}


def summary(results):
    """Median time an event, its spread and the greatest memory."""
    times = sorted(result["ns_per_event"] for result in results)
    return {"ns_per_event": statistics.median(times), "least": times[0], "greatest": times[-1],
            "events_per_second": 1e9 / statistics.median(times), "runs": len(times),
            "peak_mib": max(result["rss_kb"] for result in results) / 1024}


def paired_ratio(results, one, other):
    """The median of the ratios of runs that followed each other."""
    pairs = list(zip(results.get(one, []), results.get(other, [])))
    if not pairs:
        return None
    return statistics.median(a["ns_per_event"] / b["ns_per_event"] for a, b in pairs)


def compare(model, engines, runs, customers):
    results = interleave({name: make(model, customers, 1) for name, make in engines.items()}, runs)
    row = {"model": model, "engines": {name: summary(found) for name, found in results.items()}}
    for other in ["floor", "reference"]:
        ratio = paired_ratio(results, "modtop", other)
        if ratio is not None:
            row[f"ratio_to_{other}"] = ratio
    # The goals were set against the reference; the project's floor stands in for it.
    ratio = row.get("ratio_to_reference", row.get("ratio_to_floor"))
    if model in GOALS and ratio is not None:
        row["goal"] = GOALS[model]
        row["met"] = ratio <= GOALS[model]
    return row


def compare_peers(model, engines, runs, customers):
    commands = {"modtop": engines["modtop"](model, customers, 1)}
    for name, make in peers().items():
        if not (name == "simpy-process" and model == "net25"):
            commands[name] = make(model, PEER_CUSTOMERS[name], 1)
    results = interleave(commands, runs)
    row = {"model": model, "engines": {name: summary(found) for name, found in results.items()}}
    row["times_faster"] = {name: 1 / ratio for name in results
                           if name != "modtop" and (ratio := paired_ratio(results, "modtop", name))}
    best = [row["times_faster"][name] for name in row["times_faster"] if name.startswith("simpy")]
    if best:
        row["goal"] = PEER_GOALS[model]
        row["met"] = min(best) >= PEER_GOALS[model]
    return row


def compare_threads(engines, runs, customers):
    single = engines["modtop"]("net25s", customers, 1)
    results = interleave({"one": single, "two": single + [2]}, runs)
    # The least times, since a core that is busy with something else says nothing.
    speedup = None
    if len(results) == 2:
        speedup = summary(results["one"])["least"] / summary(results["two"])["least"]
    return {"model": "net25s on two threads", "speedup": speedup, "goal": 1.7,
            "met": speedup is not None and speedup >= 1.7}


def show(report):
    print(f"{'model':<12} {'engine':<14} {'ns/event':>9} {'least':>8} {'events/s':>12} "
          f"{'MiB':>7} {'ratio':>7}")
    for row in report["models"] + report["peers"]:
        for name, found in row["engines"].items():
            ratio = ""
            if name in ("floor", "reference"):
                ratio = f"{row.get('ratio_to_' + name, float('nan')):7.2f}"
            elif name in row.get("times_faster", {}):
                ratio = f"{row['times_faster'][name]:6.0f}x"
            print(f"{row['model']:<12} {name:<14} {found['ns_per_event']:9.2f} "
                  f"{found['least']:8.2f} {found['events_per_second']:12,.0f} "
                  f"{found['peak_mib']:7.1f} {ratio:>7}")
        if "goal" in row:
            print(f"{'':<12} goal {row['goal']}: {'met' if row['met'] else 'MISSED'}")
    threads = report["threads"]
    if threads["speedup"]:
        print(f"two replications on two threads: {threads['speedup']:.2f} times one; "
              f"goal {threads['goal']}: {'met' if threads['met'] else 'MISSED'}")
    memory = report["memory"]
    print(f"greatest memory {memory['peak_mib']:.1f} MiB (hold models beyond 16384 apart); "
          f"goal {memory['goal']}: {'met' if memory['met'] else 'MISSED'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--customers", type=int, default=1_000_000)
    parser.add_argument("--models", nargs="*", default=MODELS)
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--check", action="store_true", help="fail when a goal is missed")
    options = parser.parse_args()
    engines = build()
    report = {"models": [compare(model, engines, options.runs, options.customers)
                         for model in options.models], "peers": []}
    if os.environ.get("PEERS") == "1":
        report["peers"] = [compare_peers(model, engines, options.runs, options.customers)
                           for model in PEER_GOALS]
    else:
        note("peers are skipped: set PEERS=1 to measure them")
    report["threads"] = compare_threads(engines, options.runs, 2 * options.customers)
    peak = max(row["engines"]["modtop"]["peak_mib"] for row in report["models"]
               if row["model"] not in ("hold131072", "hold1048576"))
    report["memory"] = {"peak_mib": peak, "goal": 16, "met": peak <= 16}
    if options.format == "json":
        print(json.dumps(report, indent=2))
    else:
        show(report)
    rows = report["models"] + report["peers"] + [report["threads"], report["memory"]]
    return int(options.check and not all(row.get("met", True) for row in rows))


if __name__ == "__main__":
    sys.exit(main())
