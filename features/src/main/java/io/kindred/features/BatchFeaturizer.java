package io.kindred.features;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Feature rows of many customers, one after another on one thread, without making anything anew
/// for each.
///
/// Fill {@link #columns()}, for a contact {@link #accountColumns()} too, then ask for the rows as
/// of one or several moments. {@link Featurizer} answers for single customers by the same way.
public final class BatchFeaturizer {
  private final FeatureSchema schema;
  private final Fold own;
  private final Fold account;
  private final boolean hasAccount;
  private final LocalDays localDays;
  private final Trades trades = new Trades();
  // Of each column, where its formula stands in the one fold or the other.
  private final int[] place;
  private final boolean[] isOfAccount;

  BatchFeaturizer(FeatureSchema schema) {
    this.schema = schema;
    List<FeatureDefinition> ofOwn = new ArrayList<>();
    List<FeatureDefinition> ofAccount = new ArrayList<>();
    place = new int[schema.size()];
    isOfAccount = new boolean[schema.size()];
    for (int i = 0; i < schema.size(); i++) {
      String name = schema.features().get(i).name();
      isOfAccount[i] = name.startsWith(FeatureNames.ACCOUNT);
      List<FeatureDefinition> definitions = isOfAccount[i] ? ofAccount : ofOwn;
      place[i] = definitions.size();
      definitions.add(FeatureCatalog.named(name, schema.attributes(), schema.declared()));
    }
    own = new Fold(schema.zone(), schema.attributes(), ofOwn);
    account = new Fold(schema.zone(), schema.attributes(), ofAccount);
    hasAccount = !ofAccount.isEmpty();
    localDays = new LocalDays(schema.zone());
  }

  /// The customer's columns, to be filled.
  public EventColumns columns() {
    return own.columns();
  }

  /// The columns of the account that the customer is a contact of, to be filled or cleared.
  public EventColumns accountColumns() {
    return account.columns();
  }

  /// Whether the schema has features of accounts, so that their columns are read.
  public boolean hasAccounts() {
    return hasAccount;
  }

  /// Whether nothing was known of the customer at a moment, neither an event nor an attribute.
  public boolean isUnknown(Instant asOf) {
    EventColumns columns = own.columns();
    columns.finish();
    long moment = LocalDays.nanos(asOf);
    for (int row = 0; row < columns.size && columns.time[row] <= moment; row++) {
      if (columns.known[row] <= moment) {
        return false;
      }
    }
    for (int row = 0; row < columns.attributes; row++) {
      if (columns.attributeKnown[row] <= moment) {
        return false;
      }
    }
    return true;
  }

  /// Writes the row as of a moment; later events and later knowledge change nothing.
  ///
  /// @param row as many places as the schema has features; unknown values become NaN
  /// @throws IllegalArgumentException where a value is beyond single precision, or two different
  ///   events share an id
  public void row(Instant asOf, float[] row) {
    long moment = LocalDays.nanos(asOf);
    own.run(moment);
    if (hasAccount) {
      account.run(moment);
    }
    for (int i = 0; i < place.length; i++) {
      double value = (isOfAccount[i] ? account : own).value(place[i]);
      row[i] = (float) value;
      if (Float.isInfinite(row[i])) {
        throw new IllegalArgumentException(
            "feature %s is %s (expected a value within single precision, 3.4e38; correct the amounts it comes from)"
                .formatted(schema.features().get(i).name(), value));
      }
    }
  }

  /// What the customer bought in `(after, until]`: the truth that predictions are held against.
  public Purchases purchases(Instant after, Instant until) {
    EventColumns columns = own.columns();
    columns.finish();
    trades.clear();
    long from = LocalDays.nanos(after);
    long to = LocalDays.nanos(until);
    for (int row = 0; row < columns.size && columns.time[row] <= to; row++) {
      int kind = columns.kind[row];
      boolean isOrder = kind == EventKind.ORDER.code();
      if (columns.time[row] > from && (isOrder || kind == EventKind.RETURN.code())) {
        trades.add(localDays.day(columns.time[row]), isOrder, columns.amount[row]);
      }
    }
    return trades.purchases();
  }

  /// Takes over a customer's history, and that of the account or an empty one.
  ///
  /// @throws IllegalArgumentException where an attribute is not of its declared type
  public void fill(History history, History accountHistory) {
    own.columns().fill(history);
    if (hasAccount) {
      account.columns().fill(accountHistory);
    }
  }
}
