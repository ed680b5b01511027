"""Finds segments with ours and with the peers in the same run and prints Markdown tables.

    python run.py DATA                       everything
    python run.py DATA --parts stored speed  some of it
    python run.py DATA --parts fresh --seeds 5 --only kindred

DATA is the folder with the sets of known truth, the survey and McDonald's. Nobody is given labels; who is
given the true number of segments is marked. CPU seconds are those of the fit, of all threads, choosing
the number of segments included.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

import numpy as np
import pandas as pd

import judge
import peers
import real
import speed
import tables

HERE = pathlib.Path(__file__).resolve().parent
OURS = "kindred"
STORED = ["synth_gauss_micro", "synth_lca_binary", "synth_mixed", "synth_null"]
GAUSSIAN = {
    "GMM full, BIC": peers.gaussian_by_bic,
    "GMM full, true k": peers.gaussian_at_true_k,
    "k-means, silhouette": peers.kmeans_by_silhouette,
}
PEERS = {
    "gauss": GAUSSIAN,
    "correlated": GAUSSIAN,
    "null": {name: GAUSSIAN[name] for name in ("GMM full, BIC", "k-means, silhouette")},
    "lca": {"StepMix, BIC": peers.stepmix_by_bic, "GMM full, BIC": peers.gaussian_by_bic},
    "mixed": {
        "StepMix, BIC": peers.stepmix_by_bic,
        "k-prototypes, true k": peers.prototypes,
        "GMM full, BIC": peers.gaussian_by_bic,
    },
}
# On twenty seeds and three shares of unknown cells, the strongest of each kind.
STRONGEST = {
    "gauss": "GMM full, BIC",
    "correlated": "GMM full, BIC",
    "null": "GMM full, BIC",
    "lca": "StepMix, BIC",
    "mixed": "StepMix, BIC",
}
PARTS = ["stored", "missing", "fresh", "real", "speed", "large"]


class Kindred:
    """Ours, each fit a process of its own."""

    def __init__(self, classpath, folder):
        self.classpath, self.folder, self.runs = classpath, folder, 0

    def java(self, main, *words, heap="3500m"):
        command = ["java", f"-Xmx{heap}", "-cp", self.classpath, f"io.kindred.benchmarks.{main}", *map(str, words)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{main} failed:\n{done.stderr}")
        return done.stdout.strip().splitlines()[-1]

    def segments(self, table, judged=None, seed=1, calibrated=True):
        """What was found in a table, and what that says of its rows or of another table's."""
        self.runs += 1
        learned, rows, output = (self.folder / f"{name}{self.runs}.csv" for name in ("learned", "rows", "output"))
        table.write(learned)
        (table if judged is None else judged).write(rows)
        words = ["--seed", seed, "--rows", rows, "--calibrated", "yes" if calibrated else "no"]
        found = json.loads(self.java("SegmentsOfTable", learned, output, *words))
        answers = pd.read_csv(output, dtype={"set": str, "posterior": str})
        found["posterior"] = np.array([[float(p) for p in row.split()] for row in answers["posterior"]])
        if calibrated:
            found["confidence"] = answers["confidence"].to_numpy()
            found["sets"] = [[int(k) for k in row.split()] for row in answers["set"]]
        return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--kinds", nargs="+", choices=list(tables.FRESH), default=list(tables.FRESH))
    parser.add_argument("--only", choices=[OURS], help="without the peers")
    parser.add_argument("--seeds", type=int, default=20, help="how many fresh tables of each kind")
    parser.add_argument("--rounds", type=int, default=speed.ROUNDS, help="of the speed part")
    parser.add_argument("--classpath", default=None, help="of ours; by default that of the built benchmarks")
    parser.add_argument("--json", type=pathlib.Path, help="where all figures go")
    arguments = parser.parse_args()
    built = HERE.parent / "target"
    classpath = arguments.classpath or f"{built / 'classes'}:{(built / 'classpath').read_text()}"
    with tempfile.TemporaryDirectory() as folder:
        kindred = Kindred(classpath, pathlib.Path(folder))
        figures = {}
        for part in arguments.parts:
            figures[part] = {
                "stored": lambda: stored(kindred, arguments),
                "missing": lambda: missing(kindred, arguments),
                "fresh": lambda: fresh(kindred, arguments),
                "real": lambda: real.run(kindred, arguments.data),
                "speed": lambda: speed.run(kindred, arguments.rounds),
                "large": lambda: speed.large(kindred),
            }[part]()
            if arguments.json:
                arguments.json.write_text(json.dumps(figures, indent=1, default=float) + "\n", encoding="utf-8")


def kind(table):
    return next(k for k in tables.FRESH if k in table.name)


def measured(kindred, table, only, names=None, learned=None):
    """Ours and the peers on one table, by name; ours perhaps learned from another table of the same rows."""
    true_k = len(np.unique(table.labels))
    found = kindred.segments(learned or table, judged=table)
    rows = {
        OURS: judge.judged(table.labels, found["posterior"], found["confidence"], found["sets"])
        | {"cpu": found["cpu"], "covariance": found["covariance"], "candidates": found["candidates"]}
    }
    rows[OURS]["k"] = found["segments"]
    for name, peer in PEERS[kind(table)].items():
        if only or (names and name not in names):
            continue
        answer = peer(table, true_k)
        rows[name] = (
            judge.judged(table.labels, answer["posterior"]) | {"k": answer["posterior"].shape[1]}
            if "posterior" in answer
            else judge.judged_without_probabilities(table.labels, answer["assigned"])
        ) | {"cpu": answer["cpu"]}
    for name, row in rows.items():
        print(f"{table.name} {name}: {line(row)}", file=sys.stderr, flush=True)
    return rows


COLUMNS = {
    "k": "d", "ari": ".3f", "ece": ".4f", "ece_confidence": ".4f", "coverage": ".3f", "set": ".2f", "cpu": ".1f"
}


def cells(row):
    return [format(row[c], f) if c in row else "–" for c, f in COLUMNS.items()]


def line(row):
    return ", ".join(f"{c} {text}" for c, text in zip(COLUMNS, cells(row)))


HEADING = ["k", "ARI", "ECE of posterior", "ECE of confidence", "90 % set covers", "mean set", "CPU s"]


def heading(*first):
    print()
    print("| " + " | ".join([*first, *HEADING]) + " |")
    print("|" + "---|" * (len(first) + len(HEADING)))


def stored(kindred, arguments):
    figures = {}
    heading("Set", "Who")
    for name in STORED:
        table = tables.stored(arguments.data, name)
        if kind(table) in arguments.kinds:
            figures[name] = measured(kindred, table, arguments.only)
            for who, row in figures[name].items():
                print(f"| {name} (ceiling {table.ceiling:.3f}) | {who} | {' | '.join(cells(row))} |", flush=True)
    return figures


def missing(kindred, arguments):
    figures = {}
    heading("Set", "Unknown", "When", "Who")
    for name in STORED:
        table = tables.stored(arguments.data, name)
        if kind(table) not in arguments.kinds:
            continue
        for share in (0.1, 0.3, 0.5):
            hidden = table.without(share, seed=7)
            fitting = measured(kindred, hidden, arguments.only, [STRONGEST[kind(table)]])
            scoring = measured(kindred, hidden, OURS, learned=table)
            figures[f"{name} {share}"] = {"fitting": fitting, "scoring": scoring}
            for when, rows in figures[f"{name} {share}"].items():
                for who, row in rows.items():
                    print(f"| {name} | {share:.0%} | {when} | {who} | {' | '.join(cells(row))} |", flush=True)
    return figures


WORST = {"ari": min, "ece": max, "ece_confidence": max, "coverage": min, "set": max, "cpu": max}


def fresh(kindred, arguments):
    """Median and worst of each measure; of k, how often it was which."""
    figures = {}
    heading("Kind", "Who")
    for name in arguments.kinds:
        runs = {}
        ceilings = []
        for seed in range(1, arguments.seeds + 1):
            table = tables.FRESH[name](seed)
            ceilings.append(table.ceiling)
            for who, row in measured(kindred, table, arguments.only, [STRONGEST[name]]).items():
                runs.setdefault(who, []).append(row)
        figures[name] = runs
        for who, rows in runs.items():
            texts = [counted([row["k"] for row in rows])]
            for column, worst in WORST.items():
                values = [row[column] for row in rows]
                form = COLUMNS[column]
                texts.append(f"{statistics.median(values):{form}} ({worst(values):{form}})")
            title = f"{name}, {len(rows)} seeds (ceiling {statistics.median(ceilings):.3f})"
            print(f"| {title} | {who} | {' | '.join(texts)} |", flush=True)
    return figures


def counted(numbers):
    return ", ".join(f"{k}: {numbers.count(k)}" for k in sorted(set(numbers)))


if __name__ == "__main__":
    main()
