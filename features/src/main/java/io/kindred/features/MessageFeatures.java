package io.kindred.features;

import static io.kindred.features.EventKind.MESSAGE_CLICKED;
import static io.kindred.features.EventKind.MESSAGE_OPENED;
import static io.kindred.features.EventKind.MESSAGE_SENT;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;

/// Messages, and how they are answered.
final class MessageFeatures {
  private MessageFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            "message_open_share",
            CONTINUOUS,
            "share",
            "Messages opened over messages sent, at most 1; unknown before the first.",
            fold -> {
              Tally sent = fold.tally(MESSAGE_SENT);
              Tally opened = fold.tally(MESSAGE_OPENED);
              return () -> Ratio.share(opened.count(), sent.count());
            }),
        behavioural(
            "message_click_share",
            CONTINUOUS,
            "share",
            "Messages clicked over messages sent, at most 1; unknown before the first.",
            fold -> {
              Tally sent = fold.tally(MESSAGE_SENT);
              Tally clicked = fold.tally(MESSAGE_CLICKED);
              return () -> Ratio.share(clicked.count(), sent.count());
            }),
        signal(
            "messages_sent_last_30_days",
            SKEWED,
            "messages",
            "Messages sent to the customer in the last 30 days.",
            fold -> {
              Tally tally = fold.tally(MESSAGE_SENT, 30);
              return () -> tally.countWithin(30);
            }),
        signal(
            "messages_opened_last_30_days",
            SKEWED,
            "messages",
            "Messages the customer opened in the last 30 days.",
            fold -> {
              Tally tally = fold.tally(MESSAGE_OPENED, 30);
              return () -> tally.countWithin(30);
            }),
        signal(
            "days_since_message_opened",
            SKEWED,
            "days",
            "Days since a message was last opened; unknown before the first.",
            fold -> fold.tally(MESSAGE_OPENED)::daysSinceLast),
        signal(
            "days_since_message_clicked",
            SKEWED,
            "days",
            "Days since a message was last clicked; unknown before the first.",
            fold -> fold.tally(MESSAGE_CLICKED)::daysSinceLast));
  }
}
