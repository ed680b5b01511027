"""Runs ours and the peers on one file, interleaved, and prints what each cost beside ours.

    python run.py events.parquet                 three rounds of kindred, duckdb, polars, pandas
    python run.py events.parquet --set complete  the larger set of features
    python run.py events.parquet --only kindred duckdb --rounds 5
    python run.py events.parquet --twice twice.parquet   also whether ours stays flat

Every process is measured from outside in the same way: wall seconds, CPU seconds (user and system,
of the process and its children, start-up included) and peak resident memory. The sums of every
feature must agree to 1e-6; the run fails where they do not.
"""

import argparse
import json
import math
import os
import pathlib
import shutil
import statistics
import sys
import tempfile
import time

import facts

HERE = pathlib.Path(__file__).resolve().parent
OURS = "kindred"
PEERS = ["duckdb", "polars", "pandas"]
TOLERANCE = 1e-6


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", type=pathlib.Path)
    parser.add_argument("--set", choices=facts.SETS, default="simple", help="which features")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=[OURS, *PEERS], default=[OURS, *PEERS])
    parser.add_argument("--unwritten", action="store_true", help="without writing the rows")
    parser.add_argument("--twice", type=pathlib.Path, help="twice the events of the same customers")
    parser.add_argument("--kindred", type=pathlib.Path, default=HERE.parent.parent / "kindred")
    parser.add_argument("--json", type=pathlib.Path, help="where all figures go")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        commands = {name: command(name, arguments.events, arguments, folder) for name in arguments.only}
        runs = {name: [] for name in commands}
        found = {}
        for number in range(1, arguments.rounds + 1):
            for name, words in commands.items():
                figures, summary = measured(name, words, folder)
                runs[name].append(figures)
                found[name] = summary
                print(f"round {number} {name}: {text(figures)}", file=sys.stderr, flush=True)
        table(runs)
        agreed = compare(found, arguments.set)
        if arguments.twice:
            words = command(OURS, arguments.twice, arguments, folder)
            doubled, _ = measured(OURS, words, folder)
            print(f"\n{OURS} on twice the events: {text(doubled)}")
            runs["twice"] = [doubled]
        if arguments.json:
            arguments.json.write_text(json.dumps(runs, indent=1) + "\n", encoding="utf-8")
    return 0 if agreed else 1


def command(name, events, arguments, folder):
    output, summary = str(folder / f"{name}.parquet"), str(folder / f"{name}.json")
    written = [] if arguments.unwritten else ["--output", output]
    if name != OURS:
        return [
            sys.executable,
            str(HERE / f"{name}_features.py"),
            str(events),
            "--set",
            arguments.set,
            *written,
            "--summary",
            summary,
        ]
    # The mapping names events.parquet beside it.
    data = folder / f"data-{events.stem}"
    data.mkdir(exist_ok=True)
    link = data / "events.parquet"
    if not link.exists():
        link.symlink_to(events.resolve())
    shutil.copy(HERE / "dataset.yaml", data)
    words = [
        str(arguments.kindred),
        "data",
        "features",
        str(data / "dataset.yaml"),
        "--as-of",
        facts.AS_OF,
        "--horizon-days",
        str(facts.HORIZON_DAYS),
    ]
    for feature in facts.SETS[arguments.set]:
        words += ["--feature", feature]
    return words + [*written, "--summary", summary]


def measured(name, words, folder):
    """Runs a command to its end; what it cost, and the facts it wrote."""
    log = folder / f"{name}.log"
    begun = time.monotonic()
    with open(log, "wb") as stream:
        process = os.posix_spawn(
            words[0],
            words,
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, stream.fileno(), 1),
                (os.POSIX_SPAWN_DUP2, stream.fileno(), 2),
            ],
        )
        _, status, used = os.wait4(process, 0)
    wall = time.monotonic() - begun
    if status != 0:
        sys.exit(f"{name} failed ({os.waitstatus_to_exitcode(status)}):\n{log.read_text(errors='replace')}")
    figures = {
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / 1024,
    }
    return figures, json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def text(figures):
    return f"{figures['wall']:.1f} s wall, {figures['cpu']:.1f} s CPU, {figures['megabytes']:.0f} MB"


def table(runs):
    medians = {
        name: {key: statistics.median(run[key] for run in rounds) for key in rounds[0]}
        for name, rounds in runs.items()
    }
    base = medians.get(OURS)
    print(f"{'':10}{'CPU s':>9}{'x ours':>8}{'wall s':>9}{'x ours':>8}{'peak MB':>9}{'x ours':>8}")
    for name, median in medians.items():
        cells = [
            f"{median[key]:9.{digits}f}" + (f"{median[key] / base[key]:8.2f}" if base else f"{'-':>8}")
            for key, digits in (("cpu", 2), ("wall", 2), ("megabytes", 0))
        ]
        print(f"{name:10}" + "".join(cells))


def compare(found, features):
    """Whether all know as much of every feature, with the same sum."""
    names = list(found)
    differences = []
    for other in names[1:]:
        one, two = found[names[0]], found[other]
        if one["rows"] != two["rows"]:
            differences.append(f"rows: {names[0]} {one['rows']}, {other} {two['rows']}")
        for feature in facts.columns(features):
            here, there = one["features"][feature], two["features"][feature]
            close = math.isclose(here["sum"], there["sum"], rel_tol=TOLERANCE, abs_tol=TOLERANCE)
            if here["known"] != there["known"] or not close:
                differences.append(f"{feature}: {names[0]} {here}, {other} {there}")
    if differences:
        print("\nnot the same:\n  " + "\n  ".join(differences))
    elif len(names) > 1:
        print(
            f"\n{len(facts.SETS[features])} features and {len(facts.LABELS)} labels of"
            f" {found[names[0]]['rows']:,} customers: same counts, sums within {TOLERANCE:g}"
        )
    return not differences


sys.exit(main())
