package io.kindred.serving.service;

import com.google.protobuf.Timestamp;
import io.kindred.features.History;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.Event;
import io.kindred.v1.FeatureRow;
import io.kindred.v1.Order;
import io.kindred.v1.ScoreOptions;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.Subject;

/// Short ways to write requests.
final class Requests {
  static final Timestamp TIME = Timestamp.newBuilder().setSeconds(1_777_000_000).build();

  private Requests() {}

  static Subject subject(History history) {
    return Subject.newBuilder().setHistory(HistoryWriter.toMessage(history)).build();
  }

  static Subject subject(Event.Builder... events) {
    Subject.Builder subject = Subject.newBuilder();
    for (Event.Builder event : events) {
      subject.getHistoryBuilder().addEvents(event);
    }
    return subject.build();
  }

  static Subject row(FeatureRow.Builder row) {
    return Subject.newBuilder().setFeatureRow(row).build();
  }

  /// A row of names and numbers in turn.
  static FeatureRow.Builder features(Object... namesAndNumbers) {
    FeatureRow.Builder row = FeatureRow.newBuilder();
    for (int i = 0; i < namesAndNumbers.length; i += 2) {
      row.addValuesBuilder()
          .setName((String) namesAndNumbers[i])
          .setNumber(((Number) namesAndNumbers[i + 1]).doubleValue());
    }
    return row;
  }

  static Event.Builder event(String id) {
    return Event.newBuilder().setId(id).setTime(TIME);
  }

  static Event.Builder order(String id, double amount) {
    return event(id).setOrder(Order.newBuilder().setAmount(amount).setItems(1));
  }

  static ScoreRequest request(Subject subject) {
    return ScoreRequest.newBuilder().setSubject(subject).setOptions(scoreOptions()).build();
  }

  static ScoreRequest request(ScoreOptions.Builder options) {
    return ScoreRequest.newBuilder()
        .setSubject(row(features("order_count", 1)))
        .setOptions(options)
        .build();
  }

  static ScoreOptions.Builder scoreOptions() {
    return ScoreOptions.newBuilder().setAsOf(Times.toMessage(TinyShop.AS_OF));
  }
}
