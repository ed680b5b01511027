"""Makes the events that the feature benchmark reads: one Parquet file in the order of time.

    python make_events.py events.parquet                       10 million events, 500,000 customers
    python make_events.py twice.parquet --events 20000000      twice the events of the same customers

Two years from 2024-07-01 in whole seconds, evenly; customers differ in how much they do. The same
arguments make the same events where DuckDB has the same version and one thread, as it has here.
"""

import argparse

import duckdb

SQL = """
COPY (
  SELECT
    'c-' || lpad(person::VARCHAR, 7, '0') AS customer,
    moment AS time,
    kind,
    number AS id,
    CASE WHEN kind IN ('order', 'return', 'cart_filled', 'cart_abandoned')
      THEN round(exp(3.5 + 0.8 * sqrt(-2 * ln(u5 + 1e-12)) * cos(2 * pi() * u6)), 2) ELSE 0.0 END
      AS amount,
    CASE WHEN kind = 'order' THEN 1 + floor(u7 * 4) WHEN kind = 'visit' THEN 1 + floor(u7 * 12)
      ELSE 0.0 END AS items,
    CASE WHEN kind = 'order' THEN 'category-' || floor(20 * u8 * u8)::INT END AS category,
    CASE WHEN kind = 'order' THEN 'product-' || floor(500 * u8 * u9)::INT END AS product,
    CASE
      WHEN kind = 'order' THEN ['web', 'app', 'store'][1 + floor(3 * u10 * u10)::INT]
      WHEN kind = 'visit' THEN ['web', 'app'][1 + floor(2 * u10)::INT]
      WHEN kind LIKE 'message%' THEN ['email', 'push', 'sms'][1 + floor(3 * u10 * u10)::INT]
    END AS channel,
    CASE WHEN kind = 'visit' THEN ['mobile', 'desktop', 'tablet'][1 + floor(3 * u9 * u9)::INT] END
      AS device,
    CASE WHEN kind = 'order' AND u11 < .2
      THEN ['SAVE10', 'WELCOME', 'SPRING'][1 + floor(3 * u9)::INT] END AS discount
  FROM (
    SELECT
      range AS number,
      floor({customers} * random() * sqrt(random()))::INT AS person,
      TIMESTAMP '2024-07-01'
        + to_microseconds(((730 * 86400)::BIGINT * random())::BIGINT * 1000000) AS moment,
      CASE
        WHEN u < .25 THEN 'order' WHEN u < .27 THEN 'return' WHEN u < .67 THEN 'visit'
        WHEN u < .72 THEN 'cart_filled' WHEN u < .76 THEN 'cart_abandoned'
        WHEN u < .9 THEN 'message_sent' WHEN u < .97 THEN 'message_opened'
        ELSE 'message_clicked' END AS kind,
      random() AS u5, random() AS u6, random() AS u7, random() AS u8, random() AS u9,
      random() AS u10, random() AS u11
    FROM (SELECT range, random() AS u FROM range({events})))
  ORDER BY time, number
) TO '{file}' (FORMAT parquet, COMPRESSION zstd)
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--customers", type=int, default=500_000)
    arguments = parser.parse_args()
    connection = duckdb.connect()
    connection.execute("SET threads = 1; SET memory_limit = '4GB'; SELECT setseed(0.42)")
    connection.execute(
        SQL.format(
            events=arguments.events,
            customers=arguments.customers,
            file=arguments.file.replace("'", "''"),
        )
    )


if __name__ == "__main__":
    main()
