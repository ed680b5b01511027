"""The features in DuckDB's own SQL."""

import time

begun = time.time()

import duckdb

import facts


def sums(condition, name, words, aggregate="count(*)"):
    return ",\n    ".join(
        f"{aggregate} FILTER ({condition.format(word)}) AS {name.format(word)}" for word in words
    )


def zero(*names):
    """Nothing, where a customer has no row in a part."""
    return ", ".join(f"coalesce({name}, 0) AS {name}" for name in names)


def windows(name, *days):
    return [f"{name}_last_{number}_days" for number in days]


def mix(word):
    """How the money of orders divides over the words of a column."""
    return f"""{word}_mix AS (
  SELECT
    customer,
    count(*) AS {word}_count,
    max(money) / nullif(sum(money), 0) AS top_{word}_share,
    CASE WHEN sum(money) > 0
      THEN greatest(1 - sum(money * money) / sum(money) ^ 2, 0) END AS {word}_diversity
  FROM (
    SELECT customer, {word}, sum(amount) AS money
    FROM events
    WHERE kind = 'order' AND {word} IS NOT NULL
    GROUP BY customer, {word})
  GROUP BY customer
)"""


PRODUCTS = """product_mix AS (
  SELECT customer, count(*) AS product_count
  FROM (
    SELECT DISTINCT customer, product FROM events WHERE kind = 'order' AND product IS NOT NULL)
  GROUP BY customer
)"""

SINCE_LAST_ORDER = """since AS (
  SELECT visits.customer, count(*) AS visits_since_last_order
  FROM events AS visits
  LEFT JOIN (
    SELECT customer, max(time) AS last_order FROM events WHERE kind = 'order' GROUP BY customer
  ) USING (customer)
  WHERE visits.kind = 'visit' AND (last_order IS NULL OR visits.time > last_order)
  GROUP BY visits.customer
)"""

# DuckDB keeps a copy of the events for all parts unless told otherwise. With few parts that is the
# cheaper way; with those of the larger set it takes thrice the memory, and no less time.
#
# DuckDB computes only the aggregates that the chosen columns need. Double braces are what differs
# between the sets: the tables that are joined, and the columns.
SQL = f"""
CREATE TEMP TABLE features AS
WITH events AS {{keeping}} (
  SELECT *, DATE '{facts.AS_OF}' - time::DATE AS age
  FROM read_parquet(?)
  WHERE time < TIMESTAMP '{facts.AS_OF_END}'
),
behaviour AS (
  SELECT
    customer,
    max(age) AS days_since_first_seen,
    count(*) FILTER (kind = 'return') AS return_count,
    sum(amount) FILTER (kind = 'return') AS returned,
    count(*) FILTER (kind = 'visit') AS visit_count,
    count(*) FILTER (kind = 'visit' AND age < 7) AS visits_last_7_days,
    count(*) FILTER (kind = 'visit' AND age < 30) AS visits_last_30_days,
    count(*) FILTER (kind = 'visit' AND age < 90) AS visits_last_90_days,
    min(age) FILTER (kind = 'visit') AS days_since_last_visit,
    sum(items) FILTER (kind = 'visit') AS pages,
    count(*) FILTER (kind = 'visit' AND device = 'mobile') AS mobile,
    count(*) FILTER (kind = 'cart_filled') AS filled,
    count(*) FILTER (kind = 'cart_abandoned') AS abandoned,
    sum(amount) FILTER (kind = 'cart_abandoned') AS abandoned_value,
    count(*) FILTER (kind = 'message_sent') AS sent,
    count(*) FILTER (kind = 'message_opened') AS opened,
    count(*) FILTER (kind = 'message_clicked') AS clicked,
    count(*) FILTER (kind = 'return' AND age < 90) AS returns_last_90_days,
    min(age) FILTER (kind = 'return') AS days_since_last_return,
    count(*) FILTER (kind = 'visit' AND age < 365) AS visits_last_365_days,
    max(age) FILTER (kind = 'visit') AS first_visit,
    {sums("kind = 'visit' AND channel = '{}'", "visits_{}", facts.VISIT_CHANNELS)},
    {sums("kind = 'visit' AND device = '{}'", "{}", ["desktop", "tablet"])},
    count(*) FILTER (kind = 'cart_filled' AND age < 30) AS carts_filled_last_30_days,
    count(*) FILTER (kind = 'cart_abandoned' AND age < 30) AS carts_abandoned_last_30_days,
    sum(amount) FILTER (kind = 'cart_abandoned' AND age < 30) AS abandoned_value_last_30_days,
    min(age) FILTER (kind = 'cart_abandoned') AS days_since_abandoned_cart,
    count(*) FILTER (kind = 'message_sent' AND age < 30) AS messages_sent_last_30_days,
    count(*) FILTER (kind = 'message_opened' AND age < 30) AS messages_opened_last_30_days,
    min(age) FILTER (kind = 'message_opened') AS days_since_message_opened,
    min(age) FILTER (kind = 'message_clicked') AS days_since_message_clicked,
    {sums("kind = 'message_sent' AND channel = '{}'", "sent_{}", facts.MESSAGE_CHANNELS)},
    {sums("kind = 'message_opened' AND channel = '{}'", "opened_{}", facts.MESSAGE_CHANNELS)},
    {sums("kind = 'message_clicked' AND channel = '{}'", "clicked_{}", facts.MESSAGE_CHANNELS)},
    count(*) FILTER (kind NOT IN ('return', 'message_sent') AND age < 90) AS own_acts
  FROM events
  GROUP BY customer
),
orders AS (
  SELECT
    customer,
    count(*) AS order_count,
    count(*) FILTER (age < 7) AS orders_last_7_days,
    count(*) FILTER (age < 30) AS orders_last_30_days,
    count(*) FILTER (age < 90) AS orders_last_90_days,
    count(*) FILTER (age < 365) AS orders_last_365_days,
    sum(items) AS pieces,
    sum(amount) AS order_value_total,
    sum(amount) FILTER (age < 7) AS order_value_last_7_days,
    sum(amount) FILTER (age < 30) AS order_value_last_30_days,
    sum(amount) FILTER (age < 90) AS order_value_last_90_days,
    sum(amount) FILTER (age < 365) AS order_value_last_365_days,
    max(amount) AS order_value_largest,
    arg_max(amount, time) AS order_value_latest,
    count(discount) AS discounted,
    count(*) FILTER (channel = 'web') AS web,
    count(*) FILTER (channel = 'app') AS app,
    count(*) FILTER (channel = 'store') AS store,
    count(*) FILTER (isodow(time) >= 6) AS weekend,
    sum(amount) FILTER (discount IS NOT NULL) AS discounted_value,
    count(DISTINCT discount) AS discount_code_count,
    stddev_samp(amount) AS order_value_spread,
    count(*) FILTER (hour(time) >= 18) AS evening,
    {sums("quarter(time) = {}", "quarter_{}", [1, 2, 3, 4])},
    {sums("category = '{}'", '"{}"', facts.CATEGORIES, "sum(amount)")},
    {sums("channel = '{}'", "first_{}", facts.ORDER_CHANNELS, "min(time)")}
  FROM events
  WHERE kind = 'order'
  GROUP BY customer
),
{{mixes}},
trades AS (
  SELECT
    customer,
    time::DATE AS day,
    sum(amount) FILTER (kind = 'order') AS ordered,
    greatest(ordered - coalesce(sum(amount) FILTER (kind = 'return'), 0), 0) AS remaining
  FROM read_parquet(?)
  WHERE kind IN ('order', 'return') AND time < TIMESTAMP '{facts.HORIZON_END}'
  GROUP BY customer, day
  HAVING count(*) FILTER (kind = 'order') > 0
    AND (count(*) FILTER (kind = 'return') = 0 OR remaining > {facts.ROUNDING} * ordered)
),
purchases AS (
  SELECT
    customer,
    DATE '{facts.AS_OF}' - max(day) FILTER (day <= DATE '{facts.AS_OF}') AS days_since_last_order,
    DATE '{facts.AS_OF}' - min(day) FILTER (day <= DATE '{facts.AS_OF}') AS days_since_first_order,
    avg(gap) FILTER (day <= DATE '{facts.AS_OF}') AS order_interval_days,
    stddev_samp(gap) FILTER (day <= DATE '{facts.AS_OF}') AS order_interval_spread_days,
    count(*) FILTER (day > DATE '{facts.AS_OF}') AS purchase_days,
    sum(remaining) FILTER (day > DATE '{facts.AS_OF}') AS spend,
    count(*) FILTER (day <= DATE '{facts.AS_OF}') AS past_days,
    avg(remaining) FILTER (day <= DATE '{facts.AS_OF}' AND gap IS NOT NULL)
      AS repeat_purchase_day_value
  FROM (
    SELECT
      customer, day, remaining, day - lag(day) OVER (PARTITION BY customer ORDER BY day) AS gap
    FROM trades)
  GROUP BY customer
),
joined AS (
  SELECT
    * REPLACE (
      {zero("order_count", *windows("orders", 7, 30, 90, 365), "order_value_total")},
      {zero(*windows("order_value", 7, 30, 90, 365), "category_count", "product_count")},
      {zero("purchase_days", "spend", "past_days", "discount_code_count")},
      {zero("web", "app", "store")}
    )
  FROM behaviour
  LEFT JOIN orders USING (customer)
  LEFT JOIN category_mix USING (customer)
  LEFT JOIN product_mix USING (customer)
  LEFT JOIN purchases USING (customer)
  {{more_joins}}
)
SELECT {{columns}} FROM joined
"""


# Formulas of what is not a column of a part as it is.
SIMPLE = {
    "items_per_order": "pieces / nullif(order_count, 0)",
    "order_value_mean": "order_value_total / nullif(order_count, 0)",
    "returned_value_share": """CASE WHEN order_value_total > 0
      THEN least(coalesce(returned, 0) / order_value_total, 1) END""",
    "discounted_order_share": "discounted / nullif(order_count, 0)",
    "pages_per_visit": "pages / nullif(visit_count, 0)",
    "orders_per_visit": "order_count / nullif(visit_count, 0)",
    "cart_abandonment_share": "CASE WHEN filled > 0 THEN least(abandoned / filled, 1) END",
    "abandoned_cart_value": "abandoned_value / nullif(abandoned, 0)",
    "message_open_share": "CASE WHEN sent > 0 THEN least(opened / sent, 1) END",
    "message_click_share": "CASE WHEN sent > 0 THEN least(clicked / sent, 1) END",
    "channel_share:web": "web / nullif(order_count, 0)",
    "channel_share:app": "app / nullif(order_count, 0)",
    "channel_share:store": "store / nullif(order_count, 0)",
    "device_share:mobile": "mobile / nullif(visit_count, 0)",
    "weekend_order_share": "weekend / nullif(order_count, 0)",
}

LAPSED = f"""days_since_last_order > CASE WHEN past_days < 2 THEN {facts.USUAL_WAIT}
  ELSE least(greatest(2 * order_interval_days, {facts.SHORTEST_WAIT}), {facts.LONGEST_WAIT}) END"""
CONSIDERS = "(carts_filled_last_30_days > 0 OR visits_last_30_days > 1)"
STAGES = {
    "aware": f"past_days = 0 AND NOT {CONSIDERS}",
    "considering": f"past_days = 0 AND {CONSIDERS}",
    "buying": f"past_days > 0 AND past_days < {facts.LOYAL_PURCHASE_DAYS} AND NOT {LAPSED}",
    "loyal": f"past_days >= {facts.LOYAL_PURCHASE_DAYS} AND NOT {LAPSED}",
    "lapsed": f"past_days > 0 AND {LAPSED}",
}


def preferred(channel):
    """Whether most orders came by it; of several, it is the one that came first."""
    ahead = " AND ".join(
        f"({channel} > {other} OR {channel} = {other} AND first_{channel} < first_{other})"
        for other in facts.ORDER_CHANNELS
        if other != channel
    )
    return f"CASE WHEN order_count > 0 THEN coalesce({channel} > 0 AND {ahead}, false)::INT END"


COMPLETE = SIMPLE | {
    "orders_trend_30_in_90_days": "orders_last_30_days / nullif(orders_last_90_days, 0)",
    "orders_trend_90_in_365_days": "orders_last_90_days / nullif(orders_last_365_days, 0)",
    "repeat_purchase_days": "CASE WHEN past_days > 0 THEN past_days - 1 END",
    "overdue_ratio": "days_since_last_order / order_interval_days",
    "days_until_expected_order": "order_interval_days - days_since_last_order",
    "discounted_value_share": """CASE WHEN order_value_total > 0
      THEN coalesce(discounted_value, 0) / order_value_total END""",
    "order_value_trend_90_in_365_days": """CASE WHEN order_value_last_365_days > 0
      THEN order_value_last_90_days / order_value_last_365_days END""",
    "visits_trend_30_in_90_days": "visits_last_30_days / nullif(visits_last_90_days, 0)",
    "visits_since_last_order": "coalesce(visits_since_last_order, 0)",
    "came_back_without_buying": """CASE WHEN visit_count > 0
      THEN (first_visit <> days_since_last_visit AND order_count = 0)::INT END""",
    "abandoned_cart_value_last_30_days": "coalesce(abandoned_value_last_30_days, 0)",
    "channel_count": "(web > 0)::INT + (app > 0)::INT + (store > 0)::INT",
    "evening_order_share": "evening / nullif(order_count, 0)",
    **{
        f"order_share_quarter_{quarter}": f"quarter_{quarter} / nullif(order_count, 0)"
        for quarter in (1, 2, 3, 4)
    },
    "order_share_this_quarter": f"quarter_{facts.QUARTER} / nullif(order_count, 0)",
    "active_last_90_days": "(own_acts > 0)::INT",
    **{f"journey_stage:{stage}": f"({condition})::INT" for stage, condition in STAGES.items()},
    **{
        f"category_share:{word}": f"""CASE WHEN order_value_total > 0
      THEN coalesce("{word}", 0) / order_value_total END"""
        for word in facts.CATEGORIES
    },
    **{f"preferred_channel:{channel}": preferred(channel) for channel in facts.ORDER_CHANNELS},
    **{
        f"visit_channel_share:{channel}": f"visits_{channel} / nullif(visit_count, 0)"
        for channel in facts.VISIT_CHANNELS
    },
    **{f"device_share:{device}": f"{device} / nullif(visit_count, 0)" for device in facts.DEVICES},
    **{
        f"message_{name}_share:{channel}": f"CASE WHEN sent_{channel} > 0"
        f" THEN least({step}_{channel} / sent_{channel}, 1) END"
        for name, step in (("open", "opened"), ("click", "clicked"))
        for channel in facts.MESSAGE_CHANNELS
    },
}


def statement(features):
    complete = features == "complete"
    formulas = COMPLETE if complete else SIMPLE
    parts = [mix("category"), *([mix("product"), SINCE_LAST_ORDER] if complete else [PRODUCTS])]
    return SQL.format(
        keeping="NOT MATERIALIZED" if complete else "MATERIALIZED",
        mixes=",\n".join(parts),
        more_joins="LEFT JOIN since USING (customer)" if complete else "",
        columns=",\n  ".join(
            ["customer"]
            + [f"{formulas.get(name, name)} AS {quoted(name)}" for name in facts.columns(features)]
        ),
    )


def quoted(name):
    return '"' + name + '"'


def main():
    arguments = facts.arguments(__doc__)
    columns = facts.columns(arguments.set)
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false; SET preserve_insertion_order = false")
    connection.execute(statement(arguments.set), [arguments.events, arguments.events])
    counts = ", ".join(f"count({quoted(name)})" for name in columns)
    sums = ", ".join(f"sum({quoted(name)}::DOUBLE)" for name in columns)
    row = connection.execute(f"SELECT count(*), {counts}, {sums} FROM features").fetchone()
    if arguments.output:
        single = ", ".join(f"{quoted(name)}::FLOAT AS {quoted(name)}" for name in columns)
        connection.execute(
            f"COPY (SELECT customer, {single} FROM features) TO $file (FORMAT parquet)",
            {"file": arguments.output},
        )
    width = len(columns)
    facts.report(
        arguments.summary,
        begun,
        row[0],
        dict(zip(columns, row[1 : 1 + width])),
        dict(zip(columns, row[1 + width :])),
    )


main()
