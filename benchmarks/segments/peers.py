"""The peers, each as an expert of the library would use it without labels.

Gaussian mixtures and k-means see measured columns standardised, money as log(1 + x) before, a category as
one column a word, unknown cells at the column's mean. StepMix sees unknown cells as unknown and money as log(1 + x). Each function
gives what `judge` asks for, k, and CPU seconds of all its fits.
"""

import time
import warnings

import numpy as np
import pandas as pd
from kmodes.kprototypes import KPrototypes
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score
from sklearn.mixture import GaussianMixture
from stepmix.stepmix import StepMix

MOST = 12
STARTS = 5
warnings.filterwarnings("ignore")


def points(table):
    """Measured columns standardised; yes/no columns and the words of categories stay 0 and 1."""
    columns = []
    for column in table.frame:
        values = table.frame[column]
        scale = table.scales[column].split(":")[0]
        if scale == "category":
            words = pd.get_dummies(values).astype(float)
            columns += [words[word].where(values.notna()) for word in words]
        elif scale == "yes_no":
            columns.append(values.astype(float))
        else:
            measured = np.log1p(values.clip(lower=0)) if scale == "skewed" else values.astype(float)
            columns.append((measured - measured.mean()) / max(measured.std(), 1e-9))
    x = np.column_stack(columns).astype(float)
    return np.where(np.isnan(x), np.nanmean(x, 0), x)


def timed(fit):
    begun = time.process_time()
    answer = fit()
    return answer, time.process_time() - begun


def gaussian_by_bic(table, true_k, kind="full"):
    x = points(table)

    def fit():
        fits = [gaussian(x, k, kind) for k in range(1, MOST + 1)]
        return min(fits, key=lambda each: each.bic(x))

    best, cpu = timed(fit)
    return {"posterior": best.predict_proba(x), "cpu": cpu}


def gaussian_at_true_k(table, true_k):
    x = points(table)
    fitted, cpu = timed(lambda: gaussian(x, true_k, "full"))
    return {"posterior": fitted.predict_proba(x), "cpu": cpu}


def gaussian(x, k, kind):
    return GaussianMixture(k, covariance_type=kind, n_init=STARTS, random_state=0).fit(x)


def stepmix_by_bic(table, true_k, most=8):
    frame, description = stepmix_data(table)

    def fit():
        fits = [stepmix(frame, description, k) for k in range(1, most + 1)]
        return min(fits, key=lambda each: each.bic(frame))

    best, cpu = timed(fit)
    return {"posterior": best.predict_proba(frame), "cpu": cpu, "model": best}


def stepmix(frame, description, k, starts=STARTS):
    return StepMix(
        n_components=k,
        measurement=description,
        n_init=starts,
        abs_tol=1e-4,
        max_iter=200,
        random_state=0,
        progress_bar=0,
    ).fit(frame)


def stepmix_data(table):
    """Binary, categorical and Gaussian columns, each kind as StepMix takes it."""
    frame = table.frame.copy()
    for column in table.of_scale("category"):
        codes = frame[column].astype("category").cat.codes
        frame[column] = codes.where(codes >= 0)
    for column in table.of_scale("skewed"):
        frame[column] = np.log1p(frame[column])
    measured = table.of_scale("continuous", "skewed", "ordered")
    frame[measured] = (frame[measured] - frame[measured].mean()) / frame[measured].std()
    kinds = {
        "binary": table.of_scale("yes_no"),
        "categorical": table.of_scale("category"),
        "gaussian_diag": measured,
    }
    description = {
        kind: {"model": kind + ("_nan" if frame[columns].isna().any().any() else ""), "n_columns": len(columns)}
        for kind, columns in kinds.items()
        if columns
    }
    order = [c for columns in kinds.values() for c in columns]
    return frame[order].astype(float), description


def prototypes(table, true_k):
    """k-prototypes at the true k: it has no rule of its own for k."""
    frame = table.frame.copy()
    words = table.of_scale("category")
    numbers = [c for c in frame if c not in words]
    values = points(Subset(frame[numbers], table.scales))
    mixed = np.column_stack([values, frame[words].fillna("unknown").astype(str).to_numpy()]).astype(object)
    mixed[:, : len(numbers)] = values
    place = list(range(len(numbers), mixed.shape[1]))
    assigned, cpu = timed(
        lambda: KPrototypes(true_k, n_init=STARTS, random_state=0, n_jobs=1).fit_predict(mixed, categorical=place)
    )
    return {"assigned": assigned, "cpu": cpu}


class Subset:
    def __init__(self, frame, scales):
        self.frame, self.scales = frame, scales


def kmeans_by_silhouette(table, true_k):
    x = points(table)

    def fit():
        fits = [kmeans(x, k) for k in range(2, MOST + 1)]
        return max(fits, key=lambda each: silhouette_score(x, each))

    assigned, cpu = timed(fit)
    return {"assigned": assigned, "cpu": cpu}


def kmeans(x, k, seed=0):
    return KMeans(k, n_init=10, random_state=seed).fit_predict(x)
