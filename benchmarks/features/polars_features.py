"""The features in polars: lazy, one grouping a kind of event, on the streaming engine."""

import time

begun = time.time()

import datetime

import polars as pl
from polars import col

import facts

AS_OF = datetime.date.fromisoformat(facts.AS_OF)
AGE = (pl.lit(AS_OF) - col.time.dt.date()).dt.total_days().cast(pl.Int32)


def share(part, whole):
    return pl.when(whole > 0).then(part / whole)


def when_of(condition, value):
    return pl.when(condition).then(value)


def features(file, chosen):
    complete = chosen == "complete"
    scan = pl.scan_parquet(file)
    known = scan.filter(col.time < pl.lit(facts.AS_OF_END).str.to_datetime("%Y-%m-%d"))
    events = known.with_columns(age=AGE)
    orders = events.filter(col.kind == "order")
    visits = events.filter(col.kind == "visit")

    everyone = events.group_by("customer").agg(
        col.age.max().alias("days_since_first_seen"),
        (col.kind == "cart_filled").sum().alias("filled"),
        (col.kind == "cart_abandoned").sum().alias("abandoned"),
        pl.when(col.kind == "cart_abandoned").then(col.amount).sum().alias("abandoned_value"),
        (col.kind == "message_sent").sum().alias("sent"),
        (col.kind == "message_opened").sum().alias("opened"),
        (col.kind == "message_clicked").sum().alias("clicked"),
        (col.kind == "return").sum().alias("return_count"),
        pl.when(col.kind == "return").then(col.amount).sum().alias("returned"),
        *(of_other_kinds() if complete else []),
    )
    of_orders = orders.group_by("customer").agg(
        pl.len().alias("order_count"),
        *((col.age < days).sum().alias(f"orders_last_{days}_days") for days in (7, 30, 90, 365)),
        col("items").sum().alias("pieces"),
        col.amount.sum().alias("order_value_total"),
        *(
            pl.when(col.age < days).then(col.amount).sum().alias(f"order_value_last_{days}_days")
            for days in (7, 30, 90, 365)
        ),
        col.amount.max().alias("order_value_largest"),
        # The file is in the order of time.
        col.amount.last().alias("order_value_latest"),
        col.discount.count().alias("discounted"),
        *(
            (col.channel == channel).sum().alias(channel)
            for channel in ("web", "app", "store")
        ),
        (col.time.dt.weekday() >= 6).sum().alias("weekend"),
        *(
            more_of_orders()
            if complete
            else [
                col.product.n_unique().alias("products_or_none"),
                col.product.null_count().alias("without_product"),
            ]
        ),
    )
    if complete:
        latest = orders.group_by("customer").agg(col.time.max().alias("last_order"))
        visits = visits.join(latest, on="customer", how="left")
    of_visits = visits.group_by("customer").agg(
        pl.len().alias("visit_count"),
        *((col.age < days).sum().alias(f"visits_last_{days}_days") for days in (7, 30, 90)),
        col.age.min().alias("days_since_last_visit"),
        col("items").sum().alias("pages"),
        (col.device == "mobile").sum().alias("mobile"),
        *(more_of_visits() if complete else []),
    )
    mixes = [mix(orders, "category")] + ([mix(orders, "product")] if complete else [])
    ordered = pl.when(col.kind == "order").then(col.amount)
    returned = pl.when(col.kind == "return").then(col.amount)
    days = (
        scan.filter(
            col.kind.is_in(["order", "return"])
            & (col.time < pl.lit(facts.HORIZON_END).str.to_datetime("%Y-%m-%d"))
        )
        .group_by("customer", col.time.dt.date().alias("day"))
        .agg(
            ordered.sum().alias("ordered"),
            returned.sum().alias("returned"),
            ordered.count().alias("orders"),
            returned.count().alias("returns"),
        )
        .with_columns((col.ordered - col.returned).clip(lower_bound=0).alias("remaining"))
        .filter(
            (col.orders > 0)
            & ((col.returns == 0) | (col.remaining > facts.ROUNDING * col.ordered))
        )
        .with_columns((pl.lit(AS_OF) - col.day).dt.total_days().cast(pl.Int32).alias("ago"))
        .sort("customer", "ago", descending=[False, True])
        .with_columns(
            pl.when(col.customer == col.customer.shift())
            .then(col.ago.shift() - col.ago)
            .alias("gap")
        )
    )
    past = col.ago >= 0
    of_days = days.group_by("customer").agg(
        pl.when(past).then(col.ago).min().alias("days_since_last_order"),
        pl.when(past).then(col.ago).max().alias("days_since_first_order"),
        pl.when(past).then(col.gap).mean().alias("order_interval_days"),
        pl.when(past).then(col.gap).std().alias("order_interval_spread_days"),
        (~past).sum().alias("purchase_days"),
        pl.when(~past).then(col.remaining).sum().alias("spend"),
        past.sum().alias("past_days"),
        pl.when(past & col.gap.is_not_null())
        .then(col.remaining)
        .mean()
        .alias("repeat_purchase_day_value"),
    )
    joined = everyone
    for part in (of_orders, of_visits, *mixes, of_days):
        joined = joined.join(part, on="customer", how="left")
    counts = [
        "order_count",
        *(f"orders_last_{days}_days" for days in (7, 30, 90, 365)),
        "order_value_total",
        *(f"order_value_last_{days}_days" for days in (7, 30, 90, 365)),
        "visit_count",
        *(f"visits_last_{days}_days" for days in (7, 30, 90)),
        "category_count",
        "past_days",
        "purchase_days",
        "spend",
    ]
    if complete:
        counts += [
            "visits_last_365_days",
            "visits_since_last_order",
            "discount_code_count",
            "product_count",
            *facts.ORDER_CHANNELS,
        ]
    else:
        counts += ["products_or_none", "without_product"]
    formulas = derived() | (more_derived() if complete else products_derived())
    return joined.with_columns(col(counts).fill_null(0)).select(
        "customer",
        *(formulas[name].alias(name) if name in formulas else name for name in facts.columns(chosen)),
    )


def mix(orders, word):
    """How the money of orders divides over the words of a column."""
    return (
        orders.filter(col(word).is_not_null())
        .group_by("customer", word)
        .agg(col.amount.sum().alias("money"))
        .group_by("customer")
        .agg(
            pl.len().alias(f"{word}_count"),
            col.money.max().alias(f"{word}_most"),
            col.money.sum().alias(f"{word}_money"),
            (col.money * col.money).sum().alias(f"{word}_squares"),
        )
    )


def of_other_kinds():
    kind = {
        name: col.kind == name
        for name in (
            "return",
            "cart_filled",
            "cart_abandoned",
            "message_sent",
            "message_opened",
            "message_clicked",
        )
    }
    return [
        (kind["return"] & (col.age < 90)).sum().alias("returns_last_90_days"),
        when_of(kind["return"], col.age).min().alias("days_since_last_return"),
        (kind["cart_filled"] & (col.age < 30)).sum().alias("carts_filled_last_30_days"),
        (kind["cart_abandoned"] & (col.age < 30)).sum().alias("carts_abandoned_last_30_days"),
        when_of(kind["cart_abandoned"] & (col.age < 30), col.amount)
        .sum()
        .alias("abandoned_cart_value_last_30_days"),
        when_of(kind["cart_abandoned"], col.age).min().alias("days_since_abandoned_cart"),
        (kind["message_sent"] & (col.age < 30)).sum().alias("messages_sent_last_30_days"),
        (kind["message_opened"] & (col.age < 30)).sum().alias("messages_opened_last_30_days"),
        when_of(kind["message_opened"], col.age).min().alias("days_since_message_opened"),
        when_of(kind["message_clicked"], col.age).min().alias("days_since_message_clicked"),
        (~kind["return"] & ~kind["message_sent"] & (col.age < 90)).sum().alias("own_acts"),
        *(
            (kind[f"message_{step}"] & (col.channel == channel)).sum().alias(f"{step}_{channel}")
            for step in ("sent", "opened", "clicked")
            for channel in facts.MESSAGE_CHANNELS
        ),
    ]


def more_of_orders():
    return [
        when_of(col.discount.is_not_null(), col.amount).sum().alias("discounted_value"),
        # None is a value here.
        (col.discount.n_unique() - (col.discount.null_count() > 0)).alias("discount_code_count"),
        col.amount.std().alias("order_value_spread"),
        (col.time.dt.hour() >= 18).sum().alias("evening"),
        *(
            (col.time.dt.quarter() == quarter).sum().alias(f"quarter_{quarter}")
            for quarter in (1, 2, 3, 4)
        ),
        *(
            when_of(col.category == word, col.amount).sum().alias(word)
            for word in facts.CATEGORIES
        ),
        *(
            when_of(col.channel == channel, col.time).min().alias(f"first_{channel}")
            for channel in facts.ORDER_CHANNELS
        ),
    ]


def more_of_visits():
    return [
        (col.age < 365).sum().alias("visits_last_365_days"),
        col.age.max().alias("first_visit"),
        (col.last_order.is_null() | (col.time > col.last_order))
        .sum()
        .alias("visits_since_last_order"),
        *(
            (col.channel == channel).sum().alias(f"visits_{channel}")
            for channel in facts.VISIT_CHANNELS
        ),
        *(
            (col.device == device).sum().alias(device)
            for device in facts.DEVICES
            if device != "mobile"
        ),
    ]


def products_derived():
    return {
        "product_count": col.products_or_none.cast(pl.Int64)
        - (col.without_product > 0).cast(pl.Int64)
    }


def more_derived():
    """What the sums of a customer give, of the larger set."""
    interval = col.order_interval_days
    usual = (
        pl.when(col.past_days < 2)
        .then(facts.USUAL_WAIT)
        .otherwise((2 * interval).clip(facts.SHORTEST_WAIT, facts.LONGEST_WAIT))
    )
    bought = col.past_days > 0
    considers = (col.carts_filled_last_30_days > 0) | (col.visits_last_30_days > 1)
    lapsed = bought & (col.days_since_last_order > usual)
    loyal = bought & ~lapsed & (col.past_days >= facts.LOYAL_PURCHASE_DAYS)
    stages = {
        "aware": ~bought & ~considers,
        "considering": ~bought & considers,
        "buying": bought & ~lapsed & ~loyal,
        "loyal": loyal,
        "lapsed": lapsed,
    }
    return {
        "orders_trend_30_in_90_days": share(col.orders_last_30_days, col.orders_last_90_days),
        "orders_trend_90_in_365_days": share(col.orders_last_90_days, col.orders_last_365_days),
        "repeat_purchase_days": when_of(bought, col.past_days.cast(pl.Int32) - 1),
        "overdue_ratio": col.days_since_last_order / interval,
        "days_until_expected_order": interval - col.days_since_last_order,
        "discounted_value_share": share(col.discounted_value, col.order_value_total),
        "order_value_trend_90_in_365_days": share(
            col.order_value_last_90_days, col.order_value_last_365_days
        ),
        "visits_trend_30_in_90_days": share(col.visits_last_30_days, col.visits_last_90_days),
        "came_back_without_buying": when_of(
            col.visit_count > 0,
            (
                (col.first_visit != col.days_since_last_visit) & (col.order_count == 0)
            ).cast(pl.Int32),
        ),
        "top_product_share": share(col.product_most, col.product_money),
        "product_diversity": diversity("product"),
        "channel_count": pl.sum_horizontal(
            (col(channel) > 0).cast(pl.Int32) for channel in facts.ORDER_CHANNELS
        ),
        "evening_order_share": share(col.evening, col.order_count),
        **{
            f"order_share_quarter_{quarter}": share(col(f"quarter_{quarter}"), col.order_count)
            for quarter in (1, 2, 3, 4)
        },
        "order_share_this_quarter": share(col(f"quarter_{facts.QUARTER}"), col.order_count),
        "active_last_90_days": (col.own_acts > 0).cast(pl.Int32),
        **{f"journey_stage:{name}": at.cast(pl.Int32) for name, at in stages.items()},
        **{
            f"category_share:{word}": share(col(word), col.order_value_total)
            for word in facts.CATEGORIES
        },
        **{f"preferred_channel:{channel}": preferred(channel) for channel in facts.ORDER_CHANNELS},
        **{
            f"visit_channel_share:{channel}": share(col(f"visits_{channel}"), col.visit_count)
            for channel in facts.VISIT_CHANNELS
        },
        **{f"device_share:{device}": share(col(device), col.visit_count) for device in facts.DEVICES},
        **{
            f"message_{name}_share:{channel}": share(
                col(f"{step}_{channel}"), col(f"sent_{channel}")
            ).clip(upper_bound=1)
            for name, step in (("open", "opened"), ("click", "clicked"))
            for channel in facts.MESSAGE_CHANNELS
        },
    }


def preferred(channel):
    """Whether most orders came by it; of several, it is the one that came first."""
    ahead = pl.all_horizontal(
        (col(channel) > col(other))
        | ((col(channel) == col(other)) & (col(f"first_{channel}") < col(f"first_{other}")))
        for other in facts.ORDER_CHANNELS
        if other != channel
    )
    return when_of(
        col.order_count > 0,
        ((col(channel) > 0) & ahead).fill_null(False).cast(pl.Int32),
    )


def diversity(word):
    money, squares = col(f"{word}_money"), col(f"{word}_squares")
    return pl.when(money > 0).then((1 - squares / money**2).clip(lower_bound=0))


def derived():
    """What the sums of a customer give."""
    return {
        "items_per_order": share(col.pieces, col.order_count),
        "order_value_mean": share(col.order_value_total, col.order_count),
        "returned_value_share": share(col.returned, col.order_value_total).clip(upper_bound=1),
        "discounted_order_share": share(col.discounted, col.order_count),
        "pages_per_visit": share(col.pages, col.visit_count),
        "orders_per_visit": share(col.order_count, col.visit_count),
        "cart_abandonment_share": share(col.abandoned, col.filled).clip(upper_bound=1),
        "abandoned_cart_value": share(col.abandoned_value, col.abandoned),
        "message_open_share": share(col.opened, col.sent).clip(upper_bound=1),
        "message_click_share": share(col.clicked, col.sent).clip(upper_bound=1),
        "top_category_share": share(col.category_most, col.category_money),
        "category_diversity": diversity("category"),
        "channel_share:web": share(col.web, col.order_count),
        "channel_share:app": share(col.app, col.order_count),
        "channel_share:store": share(col.store, col.order_count),
        "device_share:mobile": share(col.mobile, col.visit_count),
        "weekend_order_share": share(col.weekend, col.order_count),
    }


def main():
    arguments = facts.arguments(__doc__)
    columns = facts.columns(arguments.set)
    table = features(arguments.events, arguments.set).collect(engine="streaming")
    known = table.select(col(columns).count()).row(0, named=True)
    sums = table.select(col(columns).cast(pl.Float64).sum()).row(0, named=True)
    if arguments.output:
        table.select("customer", col(columns).cast(pl.Float32)).write_parquet(
            arguments.output
        )
    facts.report(arguments.summary, begun, table.height, known, sums)


main()
