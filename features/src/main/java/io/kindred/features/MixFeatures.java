package io.kindred.features;

import static io.kindred.features.EventKind.ORDER;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;

/// How purchases divide over categories, products and channels.
final class MixFeatures {
  private MixFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            "category_count",
            SKEWED,
            "categories",
            "Product categories bought from so far.",
            fold -> fold.words(Kinds.orderLines(), WordField.CATEGORY)::distinct),
        behavioural(
            "top_category_share",
            CONTINUOUS,
            "share",
            "Share of the money that went to the most bought category; unknown before money was ordered.",
            fold -> fold.words(Kinds.orderLines(), WordField.CATEGORY)::dearestShare),
        signal(
            "category_diversity",
            CONTINUOUS,
            "share",
            "Simpson's diversity of the money over categories, 0 for one, near 1 for many alike; unknown before money was ordered.",
            fold -> fold.words(Kinds.orderLines(), WordField.CATEGORY)::diversity),
        signal(
            "product_count",
            SKEWED,
            "products",
            "Different products bought so far.",
            fold -> fold.words(Kinds.orderLines(), WordField.PRODUCT)::distinct),
        signal(
            "top_product_share",
            CONTINUOUS,
            "share",
            "Share of the money that went to the most bought product; unknown before money was ordered.",
            fold -> fold.words(Kinds.orderLines(), WordField.PRODUCT)::dearestShare),
        signal(
            "product_diversity",
            CONTINUOUS,
            "share",
            "Simpson's diversity of the money over products, 0 for one, near 1 for many alike; unknown before money was ordered.",
            fold -> fold.words(Kinds.orderLines(), WordField.PRODUCT)::diversity),
        signal(
            "channel_count",
            SKEWED,
            "channels",
            "Different channels ordered through so far.",
            fold -> fold.words(Kinds.of(ORDER), WordField.CHANNEL)::distinct));
  }
}
