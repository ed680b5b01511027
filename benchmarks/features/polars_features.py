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


def features(file):
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
        col.product.n_unique().alias("products_or_none"),
        col.product.null_count().alias("without_product"),
    )
    of_visits = visits.group_by("customer").agg(
        pl.len().alias("visit_count"),
        *((col.age < days).sum().alias(f"visits_last_{days}_days") for days in (7, 30, 90)),
        col.age.min().alias("days_since_last_visit"),
        col("items").sum().alias("pages"),
        (col.device == "mobile").sum().alias("mobile"),
    )
    of_categories = (
        orders.filter(col.category.is_not_null())
        .group_by("customer", "category")
        .agg(col.amount.sum().alias("money"))
        .group_by("customer")
        .agg(
            pl.len().alias("category_count"),
            col.money.max().alias("most"),
            col.money.sum().alias("money"),
            (col.money * col.money).sum().alias("squares"),
        )
    )
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
    )
    joined = everyone
    for part in (of_orders, of_visits, of_categories, of_days):
        joined = joined.join(part, on="customer", how="left")
    counts = [
        "order_count",
        *(f"orders_last_{days}_days" for days in (7, 30, 90, 365)),
        "order_value_total",
        *(f"order_value_last_{days}_days" for days in (7, 30, 90, 365)),
        "visit_count",
        *(f"visits_last_{days}_days" for days in (7, 30, 90)),
        "category_count",
        "products_or_none",
        "without_product",
        "purchase_days",
        "spend",
    ]
    return joined.with_columns(col(counts).fill_null(0)).select(
        "customer",
        *(name for name in facts.COLUMNS if name not in derived()),
        *(expression.alias(name) for name, expression in derived().items()),
    )


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
        "top_category_share": share(col.most, col.money),
        "category_diversity": pl.when(col.money > 0).then(
            (1 - col.squares / col.money**2).clip(lower_bound=0)
        ),
        "product_count": col.products_or_none.cast(pl.Int64)
        - (col.without_product > 0).cast(pl.Int64),
        "channel_share:web": share(col.web, col.order_count),
        "channel_share:app": share(col.app, col.order_count),
        "channel_share:store": share(col.store, col.order_count),
        "device_share:mobile": share(col.mobile, col.visit_count),
        "weekend_order_share": share(col.weekend, col.order_count),
    }


def main():
    arguments = facts.arguments(__doc__)
    table = features(arguments.events).collect(engine="streaming")
    known = table.select(col(facts.COLUMNS).count()).row(0, named=True)
    sums = table.select(col(facts.COLUMNS).cast(pl.Float64).sum()).row(0, named=True)
    if arguments.output:
        table.select("customer", col(facts.COLUMNS).cast(pl.Float32)).write_parquet(
            arguments.output
        )
    facts.report(arguments.summary, begun, table.height, known, sums)


main()
