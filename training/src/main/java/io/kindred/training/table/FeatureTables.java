package io.kindred.training.table;

import io.kindred.datasets.CustomerStream;
import io.kindred.features.AsOf;
import io.kindred.features.BatchFeaturizer;
import io.kindred.features.CustomerId;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.Purchases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The features of every customer as of one or several moments, each with what came after: a
/// training panel, row by row and never held.
public final class FeatureTables {
  private FeatureTables() {}

  /// Takes each row.
  public interface Rows {
    /// Takes the next row.
    ///
    /// @param row changes with the next call
    /// @param purchases what came within the horizon; none where no horizon was given
    void add(CustomerId customer, Instant asOf, float[] row, Optional<Purchases> purchases);
  }

  /// Computes the rows of all customers known at each moment.
  ///
  /// @param horizonDays how long after a moment labels look, if any are wanted
  /// @return what the columns hold, the labels last
  public static List<ColumnSummary> of(
      CustomerStream customers,
      FeatureSchema schema,
      List<Instant> moments,
      OptionalInt horizonDays,
      Rows rows) {
    BatchFeaturizer featurizer = new Featurizer(schema).batch();
    float[] row = new float[schema.size()];
    List<ColumnSummary.Sums> columns = new ArrayList<>();
    schema.names().forEach(name -> columns.add(new ColumnSummary.Sums(name)));
    ColumnSummary.Sums days = new ColumnSummary.Sums("purchase_days");
    ColumnSummary.Sums spend = new ColumnSummary.Sums("spend");
    List<Instant> ends =
        moments.stream()
            .map(asOf ->
                horizonDays.isEmpty()
                    ? asOf
                    : AsOf.plusDays(asOf, horizonDays.getAsInt(), schema.zone()))
            .toList();
    customers.forEach(
        featurizer,
        customer -> {
          for (int i = 0; i < moments.size(); i++) {
            Instant asOf = moments.get(i);
            if (featurizer.isUnknown(asOf)) {
              continue;
            }
            featurizer.row(asOf, row);
            for (int column = 0; column < row.length; column++) {
              columns.get(column).add(row[column]);
            }
            Optional<Purchases> purchases = Optional.empty();
            if (horizonDays.isPresent()) {
              Purchases later = featurizer.purchases(asOf, ends.get(i));
              days.add(later.days());
              spend.add(later.value());
              purchases = Optional.of(later);
            }
            rows.add(customer, asOf, row, purchases);
          }
        });
    if (horizonDays.isPresent()) {
      columns.add(days);
      columns.add(spend);
    }
    return columns.stream().map(ColumnSummary.Sums::summary).toList();
  }
}
