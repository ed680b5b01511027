"""The features in pandas: categories, one part of the events at a time, vectorised groupings."""

import time

begun = time.time()

import numpy as np
import pandas as pd

import facts

AS_OF = np.datetime64(facts.AS_OF, "D")
WORDS = ["kind", "category", "product", "channel", "device", "discount"]


def read(file):
    """The events up to the horizon's end, words and customers as categories."""
    import pyarrow.parquet as parquet

    table = parquet.read_table(
        file,
        columns=["customer", "time", "amount", "items", *WORDS],
        filters=[("time", "<", pd.Timestamp(facts.HORIZON_END))],
        read_dictionary=["customer", *WORDS],
    ).unify_dictionaries()
    events = table.to_pandas(self_destruct=True, split_blocks=True)
    events["age"] = (AS_OF - events["time"].to_numpy().astype("datetime64[D]")).astype(np.int32)
    return events


def by_customer(events):
    return events.groupby("customer", observed=True, sort=False)


def within(orders, days):
    """Sums and counts of the last so many days."""
    grouped = by_customer(orders[orders["age"] < days])["amount"]
    return grouped.size(), grouped.sum()


def shares(part, whole, limit=None):
    """The part over the whole, unknown where there is no whole."""
    share = part.divide(whole).where(whole > 0)
    return share if limit is None else share.clip(upper=limit)


def of_orders(orders, customers, features):
    grouped = by_customer(orders)
    counts = grouped.size().reindex(customers, fill_value=0)
    total = grouped["amount"].sum().reindex(customers, fill_value=0)
    features["order_count"] = counts
    features["order_value_total"] = total
    for days in (365, 90, 30, 7):
        count, value = within(orders, days)
        features[f"orders_last_{days}_days"] = count.reindex(customers, fill_value=0)
        features[f"order_value_last_{days}_days"] = value.reindex(customers, fill_value=0)
    features["items_per_order"] = shares(grouped["items"].sum().reindex(customers), counts)
    features["order_value_mean"] = shares(total, counts)
    features["order_value_largest"] = grouped["amount"].max().reindex(customers)
    # The file is in the order of time.
    features["order_value_latest"] = grouped["amount"].last().reindex(customers)

    def share_of(condition):
        count = by_customer(orders[condition]).size()
        return shares(count.reindex(customers, fill_value=0), counts)

    features["discounted_order_share"] = share_of(orders["discount"].notna())
    for channel in ("web", "app", "store"):
        features[f"channel_share:{channel}"] = share_of(orders["channel"] == channel)
    features["weekend_order_share"] = share_of(orders["time"].dt.day_of_week >= 5)

    money = (
        orders.groupby(["customer", "category"], observed=True, sort=False)["amount"]
        .sum()
        .reset_index("category", drop=True)
    )
    categories = money.groupby(level="customer", observed=True, sort=False)
    all_money = categories.sum().reindex(customers, fill_value=0)
    squares = (money * money).groupby(level="customer", observed=True, sort=False).sum()
    features["category_count"] = categories.size().reindex(customers, fill_value=0)
    features["top_category_share"] = shares(categories.max().reindex(customers), all_money)
    diversity = (1 - shares(squares.reindex(customers), all_money * all_money)).clip(lower=0)
    features["category_diversity"] = diversity
    products = orders.loc[orders["product"].notna(), ["customer", "product"]].drop_duplicates()
    features["product_count"] = by_customer(products).size().reindex(customers, fill_value=0)
    return counts, total


def of_visits(visits, customers, orders, features):
    grouped = by_customer(visits)
    counts = grouped.size().reindex(customers, fill_value=0)
    features["visit_count"] = counts
    for days in (7, 30, 90):
        recent = by_customer(visits[visits["age"] < days]).size()
        features[f"visits_last_{days}_days"] = recent.reindex(customers, fill_value=0)
    features["days_since_last_visit"] = grouped["age"].min().reindex(customers)
    features["pages_per_visit"] = shares(grouped["items"].sum().reindex(customers), counts)
    features["orders_per_visit"] = shares(orders, counts)
    mobile = by_customer(visits[visits["device"] == "mobile"]).size()
    features["device_share:mobile"] = shares(mobile.reindex(customers, fill_value=0), counts)


def of_purchase_days(trades, customers, features):
    """Days with an order of which something is left after the day's returns."""
    is_order = trades["kind"] == "order"
    days = (
        pd.DataFrame(
            {
                "customer": trades["customer"],
                "age": trades["age"],
                "ordered": trades["amount"].where(is_order, 0.0),
                "returned": trades["amount"].where(~is_order, 0.0),
                "orders": is_order.astype(np.int32),
                "returns": (~is_order).astype(np.int32),
            }
        )
        .groupby(["customer", "age"], observed=True, sort=False)
        .sum()
        .reset_index()
    )
    days["remaining"] = (days["ordered"] - days["returned"]).clip(lower=0)
    days = days[
        (days["orders"] > 0)
        & ((days["returns"] == 0) | (days["remaining"] > facts.ROUNDING * days["ordered"]))
    ]
    past = days[days["age"] >= 0].sort_values(["customer", "age"], ascending=[True, False])
    gap = past["age"].shift() - past["age"]
    past = past.assign(gap=gap.where(past["customer"].cat.codes == past["customer"].cat.codes.shift()))
    grouped = by_customer(past)
    features["days_since_last_order"] = grouped["age"].min().reindex(customers)
    features["days_since_first_order"] = grouped["age"].max().reindex(customers)
    features["order_interval_days"] = grouped["gap"].mean().reindex(customers)
    features["order_interval_spread_days"] = grouped["gap"].std().reindex(customers)
    future = by_customer(days[days["age"] < 0])
    features["purchase_days"] = future.size().reindex(customers, fill_value=0)
    features["spend"] = future["remaining"].sum().reindex(customers, fill_value=0)


def compute(events):
    known = events[events["age"] >= 0]
    first = by_customer(known)["age"].max()
    customers = first.index
    features = {"days_since_first_seen": first}
    kinds = {kind: known[known["kind"] == kind] for kind in known["kind"].cat.categories}
    order_counts, order_money = of_orders(kinds["order"], customers, features)
    of_visits(kinds["visit"], customers, order_counts, features)

    def count(kind):
        return by_customer(kinds[kind]).size().reindex(customers, fill_value=0)

    def money(kind):
        return by_customer(kinds[kind])["amount"].sum().reindex(customers, fill_value=0)

    features["return_count"] = count("return")
    features["returned_value_share"] = shares(money("return"), order_money, limit=1)
    abandoned = count("cart_abandoned")
    features["cart_abandonment_share"] = shares(abandoned, count("cart_filled"), limit=1)
    features["abandoned_cart_value"] = shares(money("cart_abandoned"), abandoned)
    sent = count("message_sent")
    features["message_open_share"] = shares(count("message_opened"), sent, limit=1)
    features["message_click_share"] = shares(count("message_clicked"), sent, limit=1)
    of_purchase_days(events[events["kind"].isin(["order", "return"])], customers, features)
    return pd.DataFrame(features, columns=facts.COLUMNS)


def main():
    arguments = facts.arguments(__doc__)
    table = compute(read(arguments.events))
    known = table.count()
    sums = table.sum()
    if arguments.output:
        table.astype(np.float32).to_parquet(arguments.output)
    facts.report(arguments.summary, begun, len(table), known, sums)


main()
