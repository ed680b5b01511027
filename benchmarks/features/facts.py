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

SIMPLE = [
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
# All built-in features that the file's columns feed, and those of its common words. Subscriptions,
# support, stores and returned pieces, which the file does not have, are left out everywhere.
COMPLETE = SIMPLE + [
    "orders_trend_30_in_90_days",
    "orders_trend_90_in_365_days",
    "repeat_purchase_days",
    "overdue_ratio",
    "days_until_expected_order",
    "discounted_value_share",
    "discount_code_count",
    "order_value_trend_90_in_365_days",
    "order_value_spread",
    "repeat_purchase_day_value",
    "returns_last_90_days",
    "days_since_last_return",
    "visits_last_365_days",
    "visits_trend_30_in_90_days",
    "visits_since_last_order",
    "came_back_without_buying",
    "carts_filled_last_30_days",
    "carts_abandoned_last_30_days",
    "abandoned_cart_value_last_30_days",
    "days_since_abandoned_cart",
    "messages_sent_last_30_days",
    "messages_opened_last_30_days",
    "days_since_message_opened",
    "days_since_message_clicked",
    "top_product_share",
    "product_diversity",
    "channel_count",
    "evening_order_share",
    "order_share_quarter_1",
    "order_share_quarter_2",
    "order_share_quarter_3",
    "order_share_quarter_4",
    "order_share_this_quarter",
    "active_last_90_days",
    "journey_stage:aware",
    "journey_stage:considering",
    "journey_stage:buying",
    "journey_stage:loyal",
    "journey_stage:lapsed",
    "category_share:category-0",
    "category_share:category-1",
    "category_share:category-2",
    "preferred_channel:web",
    "preferred_channel:app",
    "preferred_channel:store",
    "visit_channel_share:web",
    "visit_channel_share:app",
    "device_share:desktop",
    "device_share:tablet",
    "message_open_share:email",
    "message_open_share:push",
    "message_open_share:sms",
    "message_click_share:email",
    "message_click_share:push",
    "message_click_share:sms",
]
SETS = {"simple": SIMPLE, "complete": COMPLETE}
LABELS = ["purchase_days", "spend"]

CATEGORIES = ["category-0", "category-1", "category-2"]
ORDER_CHANNELS = ["web", "app", "store"]
VISIT_CHANNELS = ["web", "app"]
DEVICES = ["mobile", "desktop", "tablet"]
MESSAGE_CHANNELS = ["email", "push", "sms"]

# The quarter that the moment is in.
QUARTER = 1

# The journey: what is usual to wait before a customer is lapsed, in days, and who is loyal.
USUAL_WAIT = 180
SHORTEST_WAIT = 60
LONGEST_WAIT = 365
LOYAL_PURCHASE_DAYS = 3


def columns(features):
    """The columns of a set by its name, the labels last."""
    return SETS[features] + LABELS


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("events", help="the Parquet file of events")
    parser.add_argument("--set", choices=SETS, default="simple", help="which features")
    parser.add_argument("--output", help="the Parquet file of features to write")
    parser.add_argument("--summary", help="where the facts go; default standard output")
    return parser.parse_args()


def report(summary, begun, customers, known, sums):
    """Writes the facts: what was computed, and what it cost this process from its start."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    facts = {
        "rows": customers,
        "features": {
            name: {"known": int(known[name]), "sum": float(sums[name])}
            for name in known.keys()
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
