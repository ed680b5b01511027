package io.kindred.training.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What an attribute may be about that calls for care.
public enum SensitiveTopic {
  RELIGION(true),
  POLITICAL_VIEW(true),
  HEALTH(true),
  ETHNICITY(true),
  SEXUALITY(true),
  TRADE_UNION(true),
  GENETICS(true),
  GENDER(false),
  NATIONALITY(false),
  AGE(false);

  private final boolean specialCategory;

  SensitiveTopic(boolean specialCategory) {
    this.specialCategory = specialCategory;
  }

  /// Whether it is a special category of personal data (GDPR, article 9), refused unless a purpose
  /// is named; the others are for audits unless chosen.
  public boolean specialCategory() {
    return specialCategory;
  }

  /// As people write it: `political view`.
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// As a training file writes them.
  static String known() {
    return Arrays.stream(values())
        .map(topic -> topic.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
