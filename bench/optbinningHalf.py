"""The other half of bench/train.ts: optbinning and scikit-learn on the same rows, folds and machine.

    python bench/optbinningHalf.py held-out|speed ASKED.json

A venv with fixtures/parity/train/requirements.txt has both at the versions they were compared at. Prints JSON.
"""

import json
import sys
import time
import warnings

import numpy
import optbinning
import pandas
import sklearn
from optbinning import BinningProcess, Scorecard
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score, roc_curve

warnings.filterwarnings("ignore")
NOT_ALLOWED = ["ID", "SEX", "EDUCATION", "MARRIAGE", "AGE"]
OUTCOME = "default.payment.next.month"


def scorecard(frame, bad, trends):
    """Its defaults, but for bins that must be monotone, as ours are."""
    binning = BinningProcess(
        list(frame.columns),
        binning_fit_params={name: {"monotonic_trend": trend} for name, trend in trends.items()},
    )
    card = Scorecard(
        binning_process=binning,
        estimator=LogisticRegression(),
        scaling_method="pdo_odds",
        scaling_method_params={"pdo": 50, "odds": 1, "scorecard_points": 500},
    )
    return card.fit(frame, bad)


def log_odds_good(card, frame):
    chance = card.predict_proba(frame)[:, 0]
    return numpy.log(chance / (1 - chance))


def held_out(asked):
    """Log odds of the good event for every row, from a scorecard fitted on the other folds."""
    raw = pandas.read_csv(asked["csv"])
    bad = raw[OUTCOME].to_numpy()
    if bad.tolist() != asked["bad"]:
        raise SystemExit("the rows of the two sides are not the same")
    frame = raw.drop(columns=[*NOT_ALLOWED, OUTCOME])
    trends = dict.fromkeys(frame.columns, "auto_asc_desc")
    runs, wrong = [], []
    for fold_of in map(numpy.array, asked["folds"]):
        log_odds = numpy.zeros(len(bad))
        for fold in numpy.unique(fold_of):
            card = scorecard(frame[fold_of != fold], bad[fold_of != fold], trends)
            log_odds[fold_of == fold] = log_odds_good(card, frame[fold_of == fold])
            # A weight of evidence is above 0 for the good: a coefficient above 0 lets worse behaviour earn points.
            wrong.append(int((card.estimator_.coef_[0] > 0).sum()))
        runs.append(log_odds.tolist())
    return {"logOdds": runs, "wrongSigns": float(numpy.mean(wrong)), "columns": frame.shape[1]}


def trained(frame, bad, fold_of, trends):
    """Fits on all rows; held-out folds, Platt's map on them, and figures of what that gives."""
    card = scorecard(frame, bad, trends)
    held = numpy.zeros((len(bad), 1))
    for fold in numpy.unique(fold_of):
        part = scorecard(frame[fold_of != fold], bad[fold_of != fold], trends)
        held[fold_of == fold, 0] = log_odds_good(part, frame[fold_of == fold])
    chance = numpy.zeros(len(bad))
    for fold in numpy.unique(fold_of):
        platt = LogisticRegression(C=numpy.inf).fit(held[fold_of != fold], 1 - bad[fold_of != fold])
        chance[fold_of == fold] = platt.predict_proba(held[fold_of == fold])[:, 1]
    LogisticRegression(C=numpy.inf).fit(held, 1 - bad)
    false, true, _ = roc_curve(1 - bad, held[:, 0])
    tenth = numpy.minimum(9, (chance * 10).astype(int))
    gaps = numpy.bincount(tenth, chance - (1 - bad), 10)
    figures = {
        "auc": float(roc_auc_score(1 - bad, held[:, 0])),
        "ks": float((true - false).max()),
        "brier": float(brier_score_loss(1 - bad, chance)),
        "logLoss": float(log_loss(1 - bad, chance)),
        "calibrationError": float(numpy.abs(gaps).sum() / len(bad)),
    }
    return card, figures


def speed(asked):
    frame = pandas.DataFrame({one["feature"]: one["values"] for one in asked["columns"]}, dtype=float)
    trends = {
        one["feature"]: "descending" if one["direction"] == "up" else "ascending" for one in asked["columns"]
    }
    bad, fold_of = numpy.array(asked["bad"]), numpy.array(asked["foldOf"])
    seconds = []
    for _ in range(asked["times"]):
        began = time.perf_counter()
        card, figures = trained(frame, bad, fold_of, trends)
        seconds.append(time.perf_counter() - began)
    rows = [frame.iloc[[i]] for i in range(100)]
    per_second = []
    for _ in range(asked["times"]):
        began = time.perf_counter()
        for row in rows:
            card.score(row)
        per_second.append(len(rows) / (time.perf_counter() - began))
    return {"seconds": seconds, "figures": figures, "scoresPerSecond": per_second}


with open(sys.argv[2]) as file:
    given = json.load(file)
told = {"held-out": held_out, "speed": speed}[sys.argv[1]](given)
versions = f"optbinning {optbinning.__version__}, scikit-learn {sklearn.__version__}"
print(json.dumps({"versions": versions, **told}))
