package io.kindred.benchmarks;

import io.kindred.features.Cart;
import io.kindred.features.Event;
import io.kindred.features.History;
import io.kindred.features.HistoryCodec;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// How many bytes the customers of the feature benchmark's file take when stored, on average, with
/// ids of several styles, with and without known words.
///
/// Arguments: the Parquet file, and of how many customers one is taken (default 10).
public final class StoredSize {
  private static final String SQL =
      """
      SELECT customer, epoch_us(time), kind, id, amount, items, coalesce(category, ''),
        coalesce(product, ''), coalesce(channel, ''), coalesce(device, ''), coalesce(discount, '')
      FROM read_parquet(?) WHERE hash(customer) % ? = 0 ORDER BY customer, time
      """;

  private StoredSize() {}

  public static void main(String[] arguments) throws SQLException {
    Path file = Path.of(arguments[0]);
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(file + " cannot be read (expected a Parquet file)");
    }
    int oneOf = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    System.out.println(
        "ids                   known words  customers  events  bytes  bytes/event  largest");
    for (OneCustomer.IdStyle ids : OneCustomer.IdStyle.values()) {
      measure(file, oneOf, ids, "all", new HistoryCodec(OneCustomer.WORDS));
      measure(file, oneOf, ids, "common", new HistoryCodec());
    }
  }

  private static void measure(
      Path file, int oneOf, OneCustomer.IdStyle ids, String words, HistoryCodec codec)
      throws SQLException {
    long customers = 0;
    long events = 0;
    long bytes = 0;
    long largest = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, file.toString());
      statement.setInt(2, oneOf);
      try (ResultSet rows = statement.executeQuery()) {
        boolean more = rows.next();
        while (more) {
          String customer = rows.getString(1);
          List<Event> gathered = new ArrayList<>();
          while (more && rows.getString(1).equals(customer)) {
            gathered.add(event(rows, ids, customer, gathered.size()));
            more = rows.next();
          }
          History history = History.of(gathered, List.of());
          byte[] stored = codec.encode(history);
          if (!codec.decode(stored).equals(history)) {
            throw new IllegalStateException("a history came back changed");
          }
          customers++;
          events += gathered.size();
          bytes += stored.length;
          largest = Math.max(largest, stored.length);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-21s %-11s %10d %7.1f %6.1f %12.2f %8d%n",
        ids.name().toLowerCase(Locale.ROOT),
        words,
        customers,
        (double) events / customers,
        (double) bytes / customers,
        (double) bytes / events,
        largest);
  }

  private static Event event(ResultSet row, OneCustomer.IdStyle ids, String customer, int number)
      throws SQLException {
    Instant time = Instant.ofEpochSecond(0, 1000 * row.getLong(2));
    String kind = row.getString(3);
    String id =
        switch (ids) {
          case NUMBER -> String.valueOf(row.getLong(4));
          case NUMBERED_BY_CUSTOMER ->
              "%s-%s-%d".formatted(kind.charAt(0), customer.substring(2), number);
          case UUID -> new UUID(mix(row.getLong(4)), mix(row.getLong(4) + 0x5DEECE66DL)).toString();
        };
    double amount = row.getDouble(5);
    double items = row.getDouble(6);
    String channel = row.getString(9);
    return switch (kind) {
      case "order" ->
          new Order(
              "order:" + id,
              time,
              amount,
              items,
              row.getString(7),
              channel,
              row.getString(11),
              row.getString(8),
              "",
              List.of());
      case "return" -> new Return("return:" + id, time, amount, 0);
      case "visit" -> new Visit("visit:" + id, time, channel, items, row.getString(10), "");
      case "cart_filled" -> new Cart("cart.filled:" + id, time, Cart.Step.FILLED, amount);
      case "cart_abandoned" -> new Cart("cart.abandoned:" + id, time, Cart.Step.ABANDONED, amount);
      case "message_sent" -> new Message("message.sent:" + id, time, Message.Step.SENT, channel);
      case "message_opened" ->
          new Message("message.opened:" + id, time, Message.Step.OPENED, channel);
      case "message_clicked" ->
          new Message("message.clicked:" + id, time, Message.Step.CLICKED, channel);
      default ->
          throw new IllegalArgumentException(
              "kind is %s (expected one that make_events.py makes)".formatted(kind));
    };
  }

  /// Scatters a number over all 64 bits (the finalizer of SplitMix64).
  private static long mix(long number) {
    long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
