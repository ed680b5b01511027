"""What every peer is asked for and reports: the features' names, the moment, and the facts."""

import argparse
import json
import resource
import sys
import time

# The end of this day, UTC, is what features are as of; labels are of the days after it.
AS_OF = "2026-03-31"
AS_OF_END = "2026-04-01"
HORIZON_DAYS = 90
HORIZON_END = "2026-06-30"

# What a sum of decimal amounts that cancel out may leave, of what was ordered.
ROUNDING = 1e-9

FEATURES = [
    "days_since_last_order",
    "days_since_first_order",
    "days_since_first_seen",
    "order_count",
    "orders_last_7_days",
    "orders_last_30_days",
    "orders_last_90_days",
    "orders_last_365_days",
    "order_interval_days",
    "order_interval_spread_days",
    "items_per_order",
    "order_value_total",
    "order_value_last_7_days",
    "order_value_last_30_days",
    "order_value_last_90_days",
    "order_value_last_365_days",
    "order_value_mean",
    "order_value_largest",
    "order_value_latest",
    "return_count",
    "returned_value_share",
    "discounted_order_share",
    "visit_count",
    "visits_last_7_days",
    "visits_last_30_days",
    "visits_last_90_days",
    "days_since_last_visit",
    "pages_per_visit",
    "orders_per_visit",
    "cart_abandonment_share",
    "abandoned_cart_value",
    "message_open_share",
    "message_click_share",
    "category_count",
    "top_category_share",
    "category_diversity",
    "product_count",
    "channel_share:web",
    "channel_share:app",
    "channel_share:store",
    "device_share:mobile",
    "weekend_order_share",
]
LABELS = ["purchase_days", "spend"]
COLUMNS = FEATURES + LABELS


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("events", help="the Parquet file of events")
    parser.add_argument("--output", help="the Parquet file of features to write")
    parser.add_argument("--summary", help="where the facts go; default standard output")
    return parser.parse_args()


def report(summary, begun, customers, known, sums):
    """Writes the facts: what was computed, and what it cost this process from its start."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    facts = {
        "rows": customers,
        "features": {
            name: {"known": int(known[name]), "sum": float(sums[name])} for name in COLUMNS
        },
        "wall_seconds": round(time.time() - begun, 3),
        "cpu_seconds": round(used.ru_utime + used.ru_stime, 3),
        "peak_megabytes": round(used.ru_maxrss / 1024, 1),
    }
    text = json.dumps(facts, indent=1)
    if summary:
        with open(summary, "w", encoding="utf-8") as file:
            file.write(text + "\n")
    else:
        sys.stdout.write(text + "\n")
