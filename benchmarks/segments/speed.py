"""What a fit costs: the same model, number of segments, starts, data and stopping rule."""

import json
import statistics
import sys

from peers import GaussianMixture, points, stepmix, stepmix_data, timed

import tables

ROUNDS = 3
STARTS = 4
TOLERANCE = 1e-4


def run(kindred, rounds=ROUNDS):
    gauss = tables.correlated(101, rows=100_000)
    lca = tables.lca(101, rows=100_000)
    standardised = points(gauss)
    for d, column in enumerate(gauss.frame):
        gauss.frame[column] = standardised[:, d]
    frame, description = stepmix_data(lca)
    paths = {}
    for name, table in (("gauss", gauss), ("lca", lca)):
        paths[name] = kindred.folder / f"speed_{name}.csv"
        table.write(paths[name])

    def ours(name, k, factors, how):
        found = json.loads(kindred.java("EngineSpeed", paths[name], k, factors, STARTS, how))
        return found["cpu"], found["objective"], found["cpu_again"]

    def sklearn(kind):
        mixture = GaussianMixture(
            9, covariance_type=kind, n_init=STARTS, tol=TOLERANCE, max_iter=200, random_state=0
        )
        fitted, cpu = timed(lambda: mixture.fit(standardised))
        return cpu, fitted.score(standardised), cpu

    def step():
        fitted, cpu = timed(lambda: stepmix(frame, description, 5, STARTS))
        return cpu, fitted.score(frame), cpu

    contests = {
        "yes/no 100,000 x 20, k 5": {
            "kindred": lambda: ours("lca", 5, 0, "each"),
            "kindred, starts as in use": lambda: ours("lca", 5, 0, "best"),
            "StepMix": step,
        },
        "Gaussian 100,000 x 10, k 9": {
            "kindred, diagonal": lambda: ours("gauss", 9, 0, "each"),
            "kindred, diagonal, starts as in use": lambda: ours("gauss", 9, 0, "best"),
            "scikit-learn, diagonal": lambda: sklearn("diag"),
            "kindred, one factor": lambda: ours("gauss", 9, 1, "each"),
            "kindred, one factor, starts as in use": lambda: ours("gauss", 9, 1, "best"),
            "scikit-learn, full": lambda: sklearn("full"),
        },
    }
    figures = {}
    print(f"\n| Model | Who | CPU s (median of {rounds}) | again in the same process | mean log-likelihood |\n|---|---|---|---|---|")
    for contest, entrants in contests.items():
        runs = {who: [] for who in entrants}
        for _ in range(rounds):
            for who, entrant in entrants.items():
                runs[who].append(entrant())
                print(f"{contest}: {who} {runs[who][-1]}", file=sys.stderr, flush=True)
        figures[contest] = runs
        for who, costs in runs.items():
            first, again = (statistics.median(cost[i] for cost in costs) for i in (0, 2))
            print(f"| {contest} | {who} | {first:.2f} | {again:.2f} | {costs[-1][1]:.4f} |", flush=True)
    return figures


def large(kindred):
    answer = kindred.java("LargeTable")
    print(f"\n{answer}", flush=True)
    return answer
