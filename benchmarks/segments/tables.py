"""The tables that segments are judged on: columns with their scales, and labels for judging only."""

import dataclasses

import numpy as np
import pandas as pd
from sklearn.metrics import adjusted_rand_score


@dataclasses.dataclass
class Table:
    """Columns, the scale of each (`continuous`, `skewed`, `ordered`, `yes_no`, `category`, then perhaps
    `:` and a basis), the true labels where known, and the best agreement that anyone could reach."""

    name: str
    frame: pd.DataFrame
    scales: dict
    labels: np.ndarray | None = None
    ceiling: float = float("nan")

    def write(self, path):
        named = self.frame.rename(columns={c: f"{c}:{self.scales[c]}" for c in self.frame})
        named.to_csv(path, index=False, na_rep="")

    def without(self, share, seed):
        """The same with a share of all cells unknown, the last known cell of a row excepted."""
        hidden = np.random.default_rng(seed).random(self.frame.shape) < share
        hidden[hidden.all(axis=1), 0] = False
        return dataclasses.replace(
            self, name=f"{self.name} -{share:.0%}", frame=self.frame.mask(hidden)
        )

    def of_scale(self, *wanted):
        return [c for c in self.frame if self.scales[c].split(":")[0] in wanted]


def scale_of(name):
    for prefix, scale in (("item", "yes_no"), ("spend", "skewed"), ("cat", "category")):
        if name.startswith(prefix):
            return scale
    return "continuous"


def stored(folder, name):
    """One of the four sets of known truth."""
    data = pd.read_csv(folder / f"{name}.csv.gz")
    columns = [c for c in data if not c.startswith(("label", "bayes"))]
    labels = data["label_micro"].to_numpy()
    return Table(
        name,
        data[columns],
        {c: scale_of(c) for c in columns},
        labels,
        adjusted_rand_score(labels, data["bayes_label"]),
    )


def mcdonalds(folder):
    data = pd.read_csv(folder / "mcdonalds.csv")
    items = list(data.columns[:11])
    frame = (data[items] == "Yes").astype(int)
    like = data["Like"].replace({"I love it!+5": "5", "I hate it!-5": "-5"}).astype(int)
    return Table("McDonald's", frame, {c: "yes_no" for c in items}), like.to_numpy()


def young_people(folder):
    """139 ordered items, those of words by their place in the scale, and the demographic columns."""
    data = pd.read_csv(folder / "young_people_survey.csv.gz")
    words = {
        "Smoking": ["never smoked", "tried smoking", "former smoker", "current smoker"],
        "Alcohol": ["never", "social drinker", "drink a lot"],
        "Punctuality": [
            "i am often running late",
            "i am always on time",
            "i am often early",
        ],
        "Lying": ["never", "only to avoid hurting someone", "sometimes", "everytime it suits me"],
        "Internet usage": [
            "no time at all",
            "less than an hour a day",
            "few hours a day",
            "most of the day",
        ],
    }
    demographic = list(data.columns[list(data.columns).index("Age") :])
    frame, scales = {}, {}
    for number, column in enumerate(data):
        if column in demographic:
            name = f"about{number}"
            numeric = pd.api.types.is_numeric_dtype(data[column])
            scales[name] = ("continuous" if numeric else "category") + ":demographic"
            frame[name] = data[column] if numeric else data[column].str.replace(r"\W+", "_", regex=True)
        else:
            name = f"answer{number}"
            scales[name] = "ordered:psychographic"
            values = data[column]
            if not pd.api.types.is_numeric_dtype(values):
                order = words[column]
                unknown = set(values.dropna()) - set(order)
                if unknown:
                    raise ValueError(f"{column}: {unknown} (expected one of {order})")
                values = values.map({word: i + 1 for i, word in enumerate(order)})
            frame[name] = values
    return Table("Young People", pd.DataFrame(frame), scales)


# Fresh seeds: the same families, as far apart as the stored sets are.


def gauss(seed, rows=3000):
    """Nine micro-segments, each correlated in its own way, in three macro-segments, and four columns of
    noise; eigenvalues of a covariance lie apart by 4, as in the stored set."""
    return gaussian("gauss", seed, rows, lambda root: 0.6 * np.eye(6) + 0.12 * root[:, :6] @ root[:, :6].T)


def correlated(seed, rows=3000):
    """The same with eigenvalues apart by 10: harder for few factors, easier for full covariances."""
    return gaussian("correlated", seed, rows, lambda root: 0.1 * root @ root.T + 0.12 * np.eye(6))


def gaussian(name, seed, rows, covariance_of):
    random = np.random.default_rng(seed)
    weights = random.dirichlet(np.full(9, 10))
    macro = 4.5 * random.standard_normal((3, 6))
    offset = random.standard_normal((9, 6))
    covariance = np.empty((9, 6, 6))
    for k in range(9):
        root = random.standard_normal((6, 12))
        covariance[k] = covariance_of(root)
    label = random.choice(9, rows, p=weights)
    noise = random.standard_normal((rows, 6))
    roots = np.linalg.cholesky(covariance)
    within = np.einsum("nij,nj->ni", roots[label], noise)

    def drawn(distance):
        mean = macro[np.arange(9) // 3] + distance * offset
        x = mean[label] + within
        score = np.empty((rows, 9))
        for k in range(9):
            centred = np.linalg.solve(roots[k], (x - mean[k]).T)
            score[:, k] = np.log(weights[k]) - 0.5 * (centred**2).sum(0) - np.log(np.diag(roots[k])).sum()
        return x, score

    x, ceiling = at_ceiling(drawn, label, 0.93, 0.3, 6)
    x = np.hstack([x, random.standard_normal((rows, 4))])
    return table(name, seed, {f"f{d}": x[:, d] for d in range(10)}, label, ceiling)


def lca(seed, rows=2000):
    """Five latent classes behind twenty yes/no items."""
    random = np.random.default_rng(seed)
    weights = random.dirichlet(np.full(5, 10))
    direction = random.choice([-1, 1], (5, 20)) * random.uniform(0.5, 1.3, (5, 20))
    label = random.choice(5, rows, p=weights)
    uniform = random.random((rows, 20))

    def drawn(distance):
        yes = 1 / (1 + np.exp(-distance * direction))
        x = (uniform < yes[label]).astype(int)
        return x, np.log(weights) + x @ np.log(yes).T + (1 - x) @ np.log(1 - yes).T

    x, ceiling = at_ceiling(drawn, label, 0.775, 0.3, 3)
    return table("lca", seed, {f"item{d}": x[:, d] for d in range(20)}, label, ceiling)


def mixed(seed, rows=2500):
    """Five segments in four numbers, two amounts of money and four categories of four words."""
    random = np.random.default_rng(seed)
    weights = random.dirichlet(np.full(5, 10))
    level = random.standard_normal((5, 6))
    spread = np.hstack([random.uniform(0.7, 1.1, (5, 4)), np.full((5, 2), 0.6)])
    words = random.dirichlet(np.full(4, 1.0), (5, 4)) * 0.96 + 0.01
    label = random.choice(5, rows, p=weights)
    noise = random.standard_normal((rows, 6))
    cells = np.array([[random.choice(4, p=words[k, c]) for c in range(4)] for k in label])

    def drawn(distance):
        mean = distance * level
        x = mean[label] + spread[label] * noise
        score = np.tile(np.log(weights), (rows, 1))
        for k in range(5):
            z = (x - mean[k]) / spread[k]
            score[:, k] -= (0.5 * z**2 + np.log(spread[k])).sum(1)
            score[:, k] += sum(np.log(words[k, c, cells[:, c]]) for c in range(4))
        return x, score

    x, ceiling = at_ceiling(drawn, label, 0.962, 0.1, 4)
    columns = {f"num{d}": x[:, d] for d in range(4)}
    columns |= {f"spend{d}": np.round(np.exp(2.5 + x[:, 4 + d] / 2), 3) for d in range(2)}
    columns |= {f"cat{c}": np.array(list("abcd"))[cells[:, c]] for c in range(4)}
    return table("mixed", seed, columns, label, ceiling)


def null(seed, rows=1500):
    """Correlation without segments."""
    random = np.random.default_rng(seed)
    x = random.standard_normal((rows, 8)) @ (random.standard_normal((8, 8)) / np.sqrt(3))
    return table("null", seed, {f"f{d}": x[:, d] for d in range(8)}, np.zeros(rows, int), 1.0)


def at_ceiling(drawn, label, wanted, near, far):
    """Halves the interval of distances until who knows the truth reaches the wanted agreement."""
    for _ in range(25):
        middle = (near + far) / 2
        x, score = drawn(middle)
        ceiling = adjusted_rand_score(label, score.argmax(1))
        near, far = (middle, far) if ceiling < wanted else (near, middle)
    return x, ceiling


def table(name, seed, columns, label, ceiling):
    return Table(f"{name} {seed}", pd.DataFrame(columns), {c: scale_of(c) for c in columns}, label, ceiling)


FRESH = {"gauss": gauss, "correlated": correlated, "lca": lca, "mixed": mixed, "null": null}
