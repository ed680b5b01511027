package io.kindred.training.persona;

import static io.kindred.training.persona.Bound.A_MONTH;
import static io.kindred.training.persona.Bound.A_QUARTER;
import static io.kindred.training.persona.Bound.A_YEAR;
import static io.kindred.training.persona.Bound.HALF_A_YEAR;
import static io.kindred.training.persona.Bound.NEXT_TO_NONE;
import static io.kindred.training.persona.Bound.TWO_YEARS;
import static io.kindred.training.persona.Bound.atLeast;
import static io.kindred.training.persona.Bound.atMost;
import static io.kindred.training.persona.BuiltInWords.nearlyTheSame;
import static io.kindred.training.persona.BuiltInWords.words;
import static io.kindred.training.persona.Comparative.AGO;
import static io.kindred.training.persona.Comparative.LONG;
import static io.kindred.training.persona.Comparative.MUCH;
import static io.kindred.training.persona.Comparative.OFTEN;
import static io.kindred.training.persona.FeatureWords.adjective;
import static io.kindred.training.persona.FeatureWords.noun;

import io.kindred.features.FeatureNames;
import io.kindred.training.persona.BuiltInWords.Entry;
import io.kindred.training.persona.FeatureWords.Concern;
import io.kindred.training.persona.FeatureWords.Subject;
import java.util.stream.Stream;

/// Words of when, how often and for how much customers buy, and since when they are known.
///
/// Much ordered of late tells of frequency, little of recency: a phrase has its subject by
/// direction.
final class BuyingWords {
  private static final Subject RECENCY = new Subject("recency", Concern.BUSINESS);
  private static final Subject FREQUENCY = new Subject("frequency", Concern.BUSINESS);
  private static final Subject PACE = new Subject("pace", Concern.BUSINESS);
  private static final Subject SPEND = new Subject("spend", Concern.BUSINESS);
  private static final Subject ORDER_SIZE = new Subject("order_size", Concern.BUSINESS);
  private static final Subject TENURE = new Subject("tenure", Concern.BUSINESS);

  private BuyingWords() {}

  static Stream<Entry> all() {
    return Stream.of(
        words(
            FeatureNames.DAYS_SINCE_LAST_ORDER,
            AGO,
            "Last ordered {more} {than}.",
            "Handlade senast {more} {than}.",
            adjective(RECENCY, "lapsed", "vilande")
                .where(atLeast(FeatureNames.DAYS_SINCE_LAST_ORDER, A_QUARTER)),
            adjective(RECENCY, "active", "aktiva")
                .where(atMost(FeatureNames.DAYS_SINCE_LAST_ORDER, A_QUARTER))),
        nearlyTheSame(
            "overdue_ratio",
            MUCH,
            "Has let {more} time pass since the last order, by its own rhythm, {than}.",
            "Har låtit {more} tid gå sedan senaste ordern, i sin egen takt mätt, {than}.",
            adjective(RECENCY, "overdue", "uteblivna").where(atLeast("overdue_ratio", 1)),
            adjective(RECENCY, "punctual", "punktliga").where(atMost("overdue_ratio", 1))),
        nearlyTheSame(
            "days_since_last_visit",
            AGO,
            "Last visited {more} {than}.",
            "Gjorde sitt senaste besök {more} {than}.",
            adjective(RECENCY, "absent", "frånvarande")
                .where(atLeast("days_since_last_visit", A_MONTH)),
            adjective(RECENCY, "recently seen", "nyligen sedda")
                .where(atMost("days_since_last_visit", A_MONTH))),
        words(
            "order_count",
            OFTEN,
            "Has ordered {more} {than}.",
            "Har handlat {more} {than}.",
            noun(FREQUENCY, "regulars", "stamkunder").where(atLeast("order_count", 3)),
            noun(FREQUENCY, "occasional buyers", "sällanköpare")),
        nearlyTheSame(
            FeatureNames.REPEAT_PURCHASE_DAYS,
            OFTEN,
            "Has come back to buy {more} {than}.",
            "Har kommit tillbaka och handlat {more} {than}.",
            noun(FREQUENCY, "loyal buyers", "trogna köpare")
                .where(
                    atLeast(FeatureNames.REPEAT_PURCHASE_DAYS, 2),
                    atLeast(FeatureNames.DAYS_SINCE_FIRST_ORDER, HALF_A_YEAR),
                    atMost(FeatureNames.DAYS_SINCE_LAST_ORDER, A_YEAR)),
            noun(FREQUENCY, "one-time buyers", "engångsköpare")
                .where(atMost(FeatureNames.REPEAT_PURCHASE_DAYS, NEXT_TO_NONE))),
        nearlyTheSame(
            "order_interval_days",
            LONG,
            "Waits {more} between orders {than}.",
            "Väntar {more} mellan sina order {than}.",
            noun(FREQUENCY, "slow repeat buyers", "långsamma återköpare")
                .where(atLeast("order_interval_days", A_MONTH)),
            noun(FREQUENCY, "fast repeat buyers", "snabba återköpare")
                .where(atMost("order_interval_days", A_QUARTER))),
        nearlyTheSame(
            "orders_last_30_days",
            OFTEN,
            "Ordered {more} in the last 30 days {than}.",
            "Har handlat {more} de senaste 30 dagarna {than}.",
            adjective(PACE, "eager", "ivriga").where(atLeast("orders_last_30_days", 1)),
            adjective(RECENCY, "idle", "passiva")
                .where(atMost("orders_last_30_days", NEXT_TO_NONE))),
        nearlyTheSame(
            "orders_last_90_days",
            OFTEN,
            "Ordered {more} in the last 90 days {than}.",
            "Har handlat {more} de senaste 90 dagarna {than}.",
            adjective(PACE, "busy", "flitiga").where(atLeast("orders_last_90_days", 1)),
            adjective(RECENCY, "quiet", "tysta").where(atMost("orders_last_90_days", 1))),
        words(
            "order_value_total",
            MUCH,
            "Has spent {more} in all {than}.",
            "Har handlat för {more} totalt {than}.",
            noun(SPEND, "high spenders", "storkunder"),
            noun(SPEND, "low spenders", "småkunder")),
        nearlyTheSame(
            "order_value_last_90_days",
            MUCH,
            "Spent {more} in the last 90 days {than}.",
            "Har handlat för {more} de senaste 90 dagarna {than}.",
            adjective(PACE, "free-spending", "köpglada"),
            adjective(RECENCY, "cooling", "svalnande")),
        words(
            "order_value_mean",
            MUCH,
            "Spends {more} per order {than}.",
            "Handlar för {more} per order {than}.",
            noun(ORDER_SIZE, "big-basket buyers", "storköpare"),
            noun(ORDER_SIZE, "small-basket buyers", "småköpare")),
        nearlyTheSame(
            "order_value_largest",
            MUCH,
            "Spent {more} on its largest order {than}.",
            "Har handlat för {more} i sin största order {than}.",
            noun(ORDER_SIZE, "big-ticket buyers", "kapitalköpare"),
            noun(ORDER_SIZE, "small-ticket buyers", "småbeloppsköpare")),
        nearlyTheSame(
            FeatureNames.REPEAT_PURCHASE_DAY_VALUE,
            MUCH,
            "Spends {more} when coming back {than}.",
            "Handlar för {more} vid återköp {than}.",
            noun(ORDER_SIZE, "big repeat buyers", "stora återköpare"),
            noun(ORDER_SIZE, "small repeat buyers", "små återköpare")),
        words(
            FeatureNames.DAYS_SINCE_FIRST_ORDER,
            LONG,
            "Has been buying {more} {than}.",
            "Har varit köpare {more} {than}.",
            adjective(TENURE, "long-standing", "mångåriga")
                .where(atLeast(FeatureNames.DAYS_SINCE_FIRST_ORDER, TWO_YEARS)),
            adjective(TENURE, "new", "nya")
                .where(
                    atMost(FeatureNames.DAYS_SINCE_FIRST_ORDER, A_QUARTER),
                    atMost(FeatureNames.DAYS_SINCE_LAST_ORDER, A_QUARTER))),
        nearlyTheSame(
            "days_since_first_seen",
            LONG,
            "Has been known {more} {than}.",
            "Har varit känd {more} {than}.",
            adjective(TENURE, "established", "etablerade")
                .where(atLeast("days_since_first_seen", HALF_A_YEAR)),
            adjective(TENURE, "newly arrived", "nyanlända")
                .where(
                    atMost("days_since_first_seen", A_QUARTER),
                    atMost(FeatureNames.DAYS_SINCE_LAST_ORDER, A_QUARTER))));
  }
}
