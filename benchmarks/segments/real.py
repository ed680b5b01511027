"""Surveys without known truth: whether segments are found again, and whether they tell something."""

import dataclasses
import itertools

import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.metrics import adjusted_rand_score
from sklearn.model_selection import KFold, cross_val_predict

import peers
import tables

BOOTSTRAPS = 5
REPEATS = 10


def run(kindred, data):
    survey = tables.young_people(data)
    restaurant, like = tables.mcdonalds(data)
    items = dataclasses.replace(
        survey,
        name="Young People, answers alone",
        frame=survey.frame[survey.of_scale("ordered")],
    )
    figures = {}
    print("\n| Survey | Who | k | k in bootstrap | stability: halves | stability: bootstrap | R2 of Like |")
    print("|---|---|---|---|---|---|---|")
    for table, outcome in ((restaurant, like), (survey, None), (items, None)):
        found = kindred.segments(table, calibrated=False)
        k = found["segments"]
        halves = next(c for c in found["candidates"] if c["segments"] == k)
        numbers, ours = bootstrap(kindred, table)
        explained = "–" if outcome is None else f"{r2(found['posterior'], outcome):.3f}"
        show(table.name, f"kindred ({found['covariance']})", k, numbers, halves["stability"], ours, explained)
        rows = {"kindred": found | {"bootstrap": ours, "numbers": numbers, "r2": explained}}
        rows["kindred"].pop("posterior")
        x = peers.points(table)
        for count in sorted({max(k, 2), 4}):
            assigned = peers.kmeans(x, count)
            stability = kmeans_bootstrap(x, count)
            explained = "–" if outcome is None else f"{r2(np.eye(count)[assigned], outcome):.3f}"
            show(table.name, "k-means", count, "", kmeans_halves(x, count), stability, explained)
        if outcome is not None:
            frame, description = peers.stepmix_data(table)
            fitted = peers.stepmix(frame, description, 4)
            show(table.name, "StepMix", 4, "", None, None, f"{r2(fitted.predict_proba(frame), outcome):.3f}")
        for candidate in found["candidates"]:
            print(f"<!-- {table.name} {candidate} -->")
        figures[table.name] = rows
    return figures


def show(name, who, k, numbers, halves, bootstrap, explained):
    texts = [f"{x:.2f}" if isinstance(x, float) else "–" for x in (halves, bootstrap)]
    print(f"| {name} | {who} | {k} | {numbers} | {' | '.join(texts)} | {explained} |", flush=True)


def r2(membership, outcome):
    """Cross-validated over ten folds, ten times; the segments were found without the outcome."""
    values = []
    for repeat in range(REPEATS):
        folds = KFold(10, shuffle=True, random_state=repeat)
        predicted = cross_val_predict(LinearRegression(), membership, outcome, cv=folds)
        values.append(1 - ((outcome - predicted) ** 2).sum() / ((outcome - outcome.mean()) ** 2).sum())
    return float(np.mean(values))


def resampled(rows, seed):
    return np.random.default_rng(seed).integers(0, rows, rows)


def bootstrap(kindred, table):
    """The whole procedure on resampled customers, choosing k anew, each judged on all customers."""
    answers, numbers = [], []
    for seed in range(BOOTSTRAPS):
        drawn = table.frame.iloc[resampled(len(table.frame), seed)].reset_index(drop=True)
        found = kindred.segments(dataclasses.replace(table, frame=drawn), judged=table, seed=seed + 1, calibrated=False)
        answers.append(found["posterior"].argmax(1))
        numbers.append(found["segments"])
    return " ".join(map(str, numbers)), agreement(answers)


def kmeans_bootstrap(x, k):
    answers = []
    for seed in range(BOOTSTRAPS):
        model = peers.KMeans(k, n_init=10, random_state=seed).fit(x[resampled(len(x), seed)])
        answers.append(model.predict(x))
    return agreement(answers)


def kmeans_halves(x, k):
    values = []
    for seed in range(REPEATS):
        order = np.random.default_rng(seed).permutation(len(x))
        halves = order[: len(x) // 2], order[len(x) // 2 :]
        one, other = (peers.KMeans(k, n_init=10, random_state=seed).fit(x[half]).predict(x) for half in halves)
        values.append(adjusted_rand_score(one, other))
    return float(np.mean(values))


def agreement(answers):
    return float(np.mean([adjusted_rand_score(a, b) for a, b in itertools.combinations(answers, 2)]))
