package io.kindred.features;

import static io.kindred.features.EventKind.MESSAGE_CLICKED;
import static io.kindred.features.EventKind.MESSAGE_OPENED;
import static io.kindred.features.EventKind.MESSAGE_SENT;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;
import java.util.stream.Stream;

/// Messages, and how they are answered.
final class MessageFeatures {
  private MessageFeatures() {}

  static List<FeatureDefinition> definitions() {
    return Stream.of(
            Windows.of(MESSAGE_SENT, "messages_sent", "messages", "Messages sent to the customer"),
            Windows.of(MESSAGE_OPENED, "messages_opened", "messages", "Messages opened"),
            Windows.of(MESSAGE_CLICKED, "messages_clicked", "messages", "Messages clicked"),
            List.of(
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
                    fold -> fold.tally(MESSAGE_CLICKED)::daysSinceLast)))
        .flatMap(List::stream)
        .toList();
  }
}
