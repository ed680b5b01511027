package io.kindred.features;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Feature rows of many customers, each as of a moment.
///
/// The same customer may stand in it several times with different moments, as a training panel has
/// it.
public final class FeatureTable {
  private final FeatureSchema schema;
  private final List<CustomerId> customers;
  private final List<Instant> asOf;
  private final float[][] rows;

  private FeatureTable(
      FeatureSchema schema, List<CustomerId> customers, List<Instant> asOf, float[][] rows) {
    this.schema = schema;
    this.customers = customers;
    this.asOf = asOf;
    this.rows = rows;
  }

  /// The rows of these customers at one moment.
  public static FeatureTable of(Featurizer featurizer, List<Customer> customers, Instant asOf) {
    float[][] rows =
        customers.parallelStream()
            .map(customer -> featurizer.row(customer.history(), customer.account(), asOf))
            .toArray(float[][]::new);
    return new FeatureTable(
        featurizer.schema(),
        customers.stream().map(Customer::id).toList(),
        IntStream.range(0, rows.length).mapToObj(_ -> asOf).toList(),
        rows);
  }

  /// Rows made elsewhere, such as columns of a plain table.
  public static FeatureTable of(
      FeatureSchema schema, List<CustomerId> customers, Instant asOf, float[][] rows) {
    if (rows.length != customers.size()) {
      throw new IllegalArgumentException(
          "%d rows for %d customers (expected as many)".formatted(rows.length, customers.size()));
    }
    float[][] copies = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != schema.size()) {
        throw new IllegalArgumentException(
            "row %d has %d values (expected %d, one per feature)"
                .formatted(i, rows[i].length, schema.size()));
      }
      copies[i] = rows[i].clone();
    }
    return new FeatureTable(
        schema,
        List.copyOf(customers),
        IntStream.range(0, rows.length).mapToObj(_ -> asOf).toList(),
        copies);
  }

  /// This table's rows, then the other's.
  public FeatureTable followedBy(FeatureTable other) {
    if (!schema.equals(other.schema)) {
      throw new IllegalArgumentException("the tables have different schemas (expected the same)");
    }
    List<CustomerId> allCustomers = new ArrayList<>(customers);
    allCustomers.addAll(other.customers);
    List<Instant> allMoments = new ArrayList<>(asOf);
    allMoments.addAll(other.asOf);
    float[][] allRows = Arrays.copyOf(rows, rows.length + other.rows.length);
    System.arraycopy(other.rows, 0, allRows, rows.length, other.rows.length);
    return new FeatureTable(schema, allCustomers, allMoments, allRows);
  }

  /// The rows of these numbers, in this order.
  public FeatureTable select(int[] rowNumbers) {
    return new FeatureTable(
        schema,
        Arrays.stream(rowNumbers).mapToObj(customers::get).toList(),
        Arrays.stream(rowNumbers).mapToObj(asOf::get).toList(),
        Arrays.stream(rowNumbers).mapToObj(i -> rows[i]).toArray(float[][]::new));
  }

  public FeatureSchema schema() {
    return schema;
  }

  public int size() {
    return rows.length;
  }

  public CustomerId customer(int row) {
    return customers.get(row);
  }

  public Instant asOf(int row) {
    return asOf.get(row);
  }

  public float value(int row, int feature) {
    return rows[row][feature];
  }

  /// A copy of one row.
  public float[] row(int row) {
    return rows[row].clone();
  }

  /// A copy of one feature over all rows.
  public float[] column(String feature) {
    int index = schema.indexOf(feature);
    float[] column = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      column[i] = rows[i][index];
    }
    return column;
  }
}
