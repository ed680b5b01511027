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


def of_orders(orders, customers, features, complete):
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

    mix(orders, "category", customers, features)
    if complete:
        mix(orders, "product", customers, features)
        more_of_orders(orders, grouped, customers, counts, total, features)
    else:
        products = orders.loc[orders["product"].notna(), ["customer", "product"]]
        products = by_customer(products.drop_duplicates()).size()
        features["product_count"] = products.reindex(customers, fill_value=0)
    return counts, total


def mix(orders, word, customers, features):
    """How the money of orders divides over the words of a column."""
    money = (
        orders.groupby(["customer", word], observed=True, sort=False)["amount"]
        .sum()
        .reset_index(word, drop=True)
    )
    words = money.groupby(level="customer", observed=True, sort=False)
    all_money = words.sum().reindex(customers, fill_value=0)
    squares = (money * money).groupby(level="customer", observed=True, sort=False).sum()
    features[f"{word}_count"] = words.size().reindex(customers, fill_value=0)
    features[f"top_{word}_share"] = shares(words.max().reindex(customers), all_money)
    diversity = (1 - shares(squares.reindex(customers), all_money * all_money)).clip(lower=0)
    features[f"{word}_diversity"] = diversity


def more_of_orders(orders, grouped, customers, counts, total, features):
    def money_of(condition):
        money = by_customer(orders[condition])["amount"].sum()
        return shares(money.reindex(customers, fill_value=0), total)

    def share_of(condition):
        count = by_customer(orders[condition]).size()
        return shares(count.reindex(customers, fill_value=0), counts)

    for name, short, long in (("orders", 30, 90), ("orders", 90, 365), ("order_value", 90, 365)):
        features[f"{name}_trend_{short}_in_{long}_days"] = shares(
            features[f"{name}_last_{short}_days"], features[f"{name}_last_{long}_days"]
        )
    features["discounted_value_share"] = money_of(orders["discount"].notna())
    codes = orders.loc[orders["discount"].notna(), ["customer", "discount"]].drop_duplicates()
    codes = by_customer(codes).size().reindex(customers, fill_value=0)
    features["discount_code_count"] = codes
    features["order_value_spread"] = grouped["amount"].std().reindex(customers)
    features["evening_order_share"] = share_of(orders["time"].dt.hour >= 18)
    quarters = orders["time"].dt.quarter
    for quarter in (1, 2, 3, 4):
        features[f"order_share_quarter_{quarter}"] = share_of(quarters == quarter)
    features["order_share_this_quarter"] = features[f"order_share_quarter_{facts.QUARTER}"]
    for word in facts.CATEGORIES:
        features[f"category_share:{word}"] = money_of(orders["category"] == word)
    # The first of the channels with most orders: the file is in the order of time.
    count, first = {}, {}
    for channel in facts.ORDER_CHANNELS:
        by = by_customer(orders[orders["channel"] == channel])
        count[channel] = by.size().reindex(customers, fill_value=0)
        first[channel] = by["time"].min().reindex(customers)
    features["channel_count"] = sum((one > 0).astype(np.int32) for one in count.values())
    for channel in facts.ORDER_CHANNELS:
        ahead = count[channel] > 0
        for other in facts.ORDER_CHANNELS:
            if other != channel:
                ahead &= (count[channel] > count[other]) | (
                    (count[channel] == count[other]) & (first[channel] < first[other])
                )
        features[f"preferred_channel:{channel}"] = ahead.astype(float).where(counts > 0)


def more_of_visits(visits, orders, grouped, customers, counts, order_counts, features):
    def count_of(condition):
        return by_customer(visits[condition]).size().reindex(customers, fill_value=0)

    features["visits_last_365_days"] = count_of(visits["age"] < 365)
    features["visits_trend_30_in_90_days"] = shares(
        features["visits_last_30_days"], features["visits_last_90_days"]
    )
    last = by_customer(orders)["time"].max().reindex(visits["customer"].cat.categories)
    last = last.to_numpy()[visits["customer"].cat.codes]
    features["visits_since_last_order"] = count_of(np.isnat(last) | (visits["time"] > last))
    several = grouped["age"].max().reindex(customers) != features["days_since_last_visit"]
    came_back = (several & (order_counts == 0)).astype(float).where(counts > 0)
    features["came_back_without_buying"] = came_back
    for channel in facts.VISIT_CHANNELS:
        share = shares(count_of(visits["channel"] == channel), counts)
        features[f"visit_channel_share:{channel}"] = share
    for device in ("desktop", "tablet"):
        features[f"device_share:{device}"] = shares(count_of(visits["device"] == device), counts)


def of_other_kinds(known, kinds, customers, features):
    def count_of(rows):
        return by_customer(rows).size().reindex(customers, fill_value=0)

    def latest(kind):
        return by_customer(kinds[kind])["age"].min().reindex(customers)

    def within(kind, days):
        return kinds[kind][kinds[kind]["age"] < days]

    features["returns_last_90_days"] = count_of(within("return", 90))
    features["days_since_last_return"] = latest("return")
    features["carts_filled_last_30_days"] = count_of(within("cart_filled", 30))
    abandoned = within("cart_abandoned", 30)
    features["carts_abandoned_last_30_days"] = count_of(abandoned)
    worth = by_customer(abandoned)["amount"].sum().reindex(customers, fill_value=0)
    features["abandoned_cart_value_last_30_days"] = worth
    features["days_since_abandoned_cart"] = latest("cart_abandoned")
    features["messages_sent_last_30_days"] = count_of(within("message_sent", 30))
    features["messages_opened_last_30_days"] = count_of(within("message_opened", 30))
    features["days_since_message_opened"] = latest("message_opened")
    features["days_since_message_clicked"] = latest("message_clicked")
    recent = known[known["age"] < 90]
    acts = count_of(recent[~recent["kind"].isin(["return", "message_sent"])])
    features["active_last_90_days"] = (acts > 0).astype(np.int32)
    for channel in facts.MESSAGE_CHANNELS:
        sent, opened, clicked = (
            count_of(kinds[kind][kinds[kind]["channel"] == channel])
            for kind in ("message_sent", "message_opened", "message_clicked")
        )
        features[f"message_open_share:{channel}"] = shares(opened, sent, limit=1)
        features[f"message_click_share:{channel}"] = shares(clicked, sent, limit=1)


def of_journey(past, grouped, customers, features):
    days = grouped.size().reindex(customers, fill_value=0)
    ago, interval = features["days_since_last_order"], features["order_interval_days"]
    features["repeat_purchase_days"] = (days - 1).where(days > 0)
    features["overdue_ratio"] = ago / interval
    features["days_until_expected_order"] = interval - ago
    repeated = by_customer(past[past["gap"].notna()])["remaining"].mean()
    features["repeat_purchase_day_value"] = repeated.reindex(customers)
    usual = (2 * interval).clip(facts.SHORTEST_WAIT, facts.LONGEST_WAIT)
    bought = days > 0
    lapsed = bought & (ago > usual.where(days > 1, facts.USUAL_WAIT))
    loyal = bought & ~lapsed & (days >= facts.LOYAL_PURCHASE_DAYS)
    considers = (features["carts_filled_last_30_days"] > 0) | (features["visits_last_30_days"] > 1)
    stages = {
        "aware": ~bought & ~considers,
        "considering": ~bought & considers,
        "buying": bought & ~lapsed & ~loyal,
        "loyal": loyal,
        "lapsed": lapsed,
    }
    for stage, at in stages.items():
        features[f"journey_stage:{stage}"] = at.astype(np.int32)


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
    return grouped, counts


def of_purchase_days(trades, customers, features, complete):
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
    if complete:
        of_journey(past, grouped, customers, features)
    future = by_customer(days[days["age"] < 0])
    features["purchase_days"] = future.size().reindex(customers, fill_value=0)
    features["spend"] = future["remaining"].sum().reindex(customers, fill_value=0)


def compute(events, chosen):
    complete = chosen == "complete"
    known = events[events["age"] >= 0]
    first = by_customer(known)["age"].max()
    customers = first.index
    features = {"days_since_first_seen": first}
    kinds = {kind: known[known["kind"] == kind] for kind in known["kind"].cat.categories}
    order_counts, order_money = of_orders(kinds["order"], customers, features, complete)
    visits, visit_counts = of_visits(kinds["visit"], customers, order_counts, features)
    if complete:
        more_of_visits(
            kinds["visit"],
            kinds["order"],
            visits,
            customers,
            visit_counts,
            order_counts,
            features,
        )
        of_other_kinds(known, kinds, customers, features)

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
    of_purchase_days(events[events["kind"].isin(["order", "return"])], customers, features, complete)
    return pd.DataFrame(features, columns=facts.columns(chosen))


def main():
    arguments = facts.arguments(__doc__)
    table = compute(read(arguments.events), arguments.set)
    known = table.count()
    sums = table.sum()
    if arguments.output:
        table.astype(np.float32).to_parquet(arguments.output)
    facts.report(arguments.summary, begun, len(table), known, sums)


main()
