"""How far assignments, probabilities and prediction sets agree with labels."""

import numpy as np
from sklearn.metrics import adjusted_rand_score

BINS = 10


def matched(labels, assigned):
    """By segment, the label that most of its members have."""
    return {k: np.bincount(labels[assigned == k]).argmax() for k in np.unique(assigned)}


def calibration_error(confidence, right):
    """Expected calibration error over ten bins of as many rows each."""
    order = np.argsort(confidence, kind="stable")
    parts = np.array_split(order, BINS)
    return sum(len(p) * abs(confidence[p].mean() - right[p].mean()) for p in parts) / len(order)


def likeliest_sets(posterior, level=0.9):
    """The fewest segments whose probabilities reach the level: what a posterior offers by itself."""
    order = np.argsort(-posterior, axis=1, kind="stable")
    before = np.cumsum(np.take_along_axis(posterior, order, 1), 1) - np.take_along_axis(posterior, order, 1)
    return [row[b < level] for row, b in zip(order, before)]


def judged(labels, posterior, confidence=None, sets=None):
    assigned = posterior.argmax(1)
    names = matched(labels, assigned)
    right = np.array([names[k] for k in assigned]) == labels
    sets = likeliest_sets(posterior) if sets is None else sets
    covered = [any(names.get(k) == y for k in s) for s, y in zip(sets, labels)]
    top = posterior.max(1)
    return {
        "k": len(names),
        "ari": adjusted_rand_score(labels, assigned),
        "ece": calibration_error(top, right),
        "ece_confidence": calibration_error(top if confidence is None else confidence, right),
        "coverage": float(np.mean(covered)),
        "set": float(np.mean([len(s) for s in sets])),
    }


def judged_without_probabilities(labels, assigned):
    return {"k": len(np.unique(assigned)), "ari": adjusted_rand_score(labels, assigned)}
