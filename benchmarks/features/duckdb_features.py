"""The features in DuckDB's own SQL."""

import time

begun = time.time()

import duckdb

import facts

# One row an event would be carried through every part, so each part scans only its own columns:
# a scan of a dictionary-coded column is cheaper than keeping a copy of it.
SQL = f"""
CREATE TEMP TABLE features AS
WITH events AS (
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
    count(*) FILTER (kind = 'message_clicked') AS clicked
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
    count(*) FILTER (isodow(time) >= 6) AS weekend
  FROM events
  WHERE kind = 'order'
  GROUP BY customer
),
categories AS (
  SELECT
    customer,
    count(*) AS category_count,
    max(money) / nullif(sum(money), 0) AS top_category_share,
    CASE WHEN sum(money) > 0
      THEN greatest(1 - sum(money * money) / sum(money) ^ 2, 0) END AS category_diversity
  FROM (
    SELECT customer, category, sum(amount) AS money
    FROM events
    WHERE kind = 'order' AND category IS NOT NULL
    GROUP BY customer, category)
  GROUP BY customer
),
products AS (
  SELECT customer, count(*) AS product_count
  FROM (
    SELECT DISTINCT customer, product FROM events WHERE kind = 'order' AND product IS NOT NULL)
  GROUP BY customer
),
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
    sum(remaining) FILTER (day > DATE '{facts.AS_OF}') AS spend
  FROM (
    SELECT
      customer, day, remaining, day - lag(day) OVER (PARTITION BY customer ORDER BY day) AS gap
    FROM trades)
  GROUP BY customer
)
SELECT
  customer,
  days_since_last_order,
  days_since_first_order,
  days_since_first_seen,
  coalesce(order_count, 0) AS order_count,
  coalesce(orders_last_7_days, 0) AS orders_last_7_days,
  coalesce(orders_last_30_days, 0) AS orders_last_30_days,
  coalesce(orders_last_90_days, 0) AS orders_last_90_days,
  coalesce(orders_last_365_days, 0) AS orders_last_365_days,
  order_interval_days,
  order_interval_spread_days,
  pieces / orders.order_count AS items_per_order,
  coalesce(order_value_total, 0) AS order_value_total,
  coalesce(order_value_last_7_days, 0) AS order_value_last_7_days,
  coalesce(order_value_last_30_days, 0) AS order_value_last_30_days,
  coalesce(order_value_last_90_days, 0) AS order_value_last_90_days,
  coalesce(order_value_last_365_days, 0) AS order_value_last_365_days,
  orders.order_value_total / orders.order_count AS order_value_mean,
  order_value_largest,
  order_value_latest,
  return_count,
  CASE WHEN orders.order_value_total > 0
    THEN least(coalesce(returned, 0) / orders.order_value_total, 1) END AS returned_value_share,
  discounted / orders.order_count AS discounted_order_share,
  visit_count,
  visits_last_7_days,
  visits_last_30_days,
  visits_last_90_days,
  days_since_last_visit,
  pages / nullif(visit_count, 0) AS pages_per_visit,
  coalesce(orders.order_count, 0) / nullif(visit_count, 0) AS orders_per_visit,
  CASE WHEN filled > 0 THEN least(abandoned / filled, 1) END AS cart_abandonment_share,
  abandoned_value / nullif(abandoned, 0) AS abandoned_cart_value,
  CASE WHEN sent > 0 THEN least(opened / sent, 1) END AS message_open_share,
  CASE WHEN sent > 0 THEN least(clicked / sent, 1) END AS message_click_share,
  coalesce(category_count, 0) AS category_count,
  top_category_share,
  category_diversity,
  coalesce(product_count, 0) AS product_count,
  web / orders.order_count AS "channel_share:web",
  app / orders.order_count AS "channel_share:app",
  store / orders.order_count AS "channel_share:store",
  mobile / nullif(visit_count, 0) AS "device_share:mobile",
  weekend / orders.order_count AS weekend_order_share,
  coalesce(purchase_days, 0) AS purchase_days,
  coalesce(spend, 0) AS spend
FROM behaviour
LEFT JOIN orders USING (customer)
LEFT JOIN categories USING (customer)
LEFT JOIN products USING (customer)
LEFT JOIN purchases USING (customer)
"""


def quoted(name):
    return '"' + name + '"'


def main():
    arguments = facts.arguments(__doc__)
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false; SET preserve_insertion_order = false")
    connection.execute(SQL, [arguments.events, arguments.events])
    counts = ", ".join(f"count({quoted(name)})" for name in facts.COLUMNS)
    sums = ", ".join(f"sum({quoted(name)}::DOUBLE)" for name in facts.COLUMNS)
    row = connection.execute(f"SELECT count(*), {counts}, {sums} FROM features").fetchone()
    if arguments.output:
        single = ", ".join(f"{quoted(name)}::FLOAT AS {quoted(name)}" for name in facts.COLUMNS)
        connection.execute(
            f"COPY (SELECT customer, {single} FROM features) TO $file (FORMAT parquet)",
            {"file": arguments.output},
        )
    width = len(facts.COLUMNS)
    facts.report(
        arguments.summary,
        begun,
        row[0],
        dict(zip(facts.COLUMNS, row[1 : 1 + width])),
        dict(zip(facts.COLUMNS, row[1 + width :])),
    )


main()
