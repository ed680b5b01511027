package io.kindred.training.policy;

import java.util.List;

/// What the training file says of attributes that are refused or kept for audits unless somebody
/// answers for their use.
///
/// @param allow special categories that are inputs all the same, each with its purpose
/// @param use names of audit-only attributes that are chosen as inputs
/// @param proxies attributes that stand for another, and are treated like it
/// @param notSensitive attributes whose name or words only look sensitive
public record PolicyChoices(
    List<Allowed> allow, List<String> use, List<Proxy> proxies, List<NotSensitive> notSensitive) {
  /// Nothing chosen.
  public static final PolicyChoices NONE =
      new PolicyChoices(List.of(), List.of(), List.of(), List.of());

  public PolicyChoices {
    allow = allow == null ? List.of() : List.copyOf(allow);
    use = use == null ? List.of() : List.copyOf(use);
    proxies = proxies == null ? List.of() : List.copyOf(proxies);
    notSensitive = notSensitive == null ? List.of() : List.copyOf(notSensitive);
  }

  /// These audit-only attributes as inputs, and nothing else chosen.
  public static PolicyChoices using(String... attributes) {
    return new PolicyChoices(List.of(), List.of(attributes), List.of(), List.of());
  }

  /// A special category that is an input all the same.
  ///
  /// @param purpose what the attribute is needed for; it stands in the bundle's evaluation
  public record Allowed(String attribute, String purpose) {
    public Allowed {
      checkThere(attribute, "allow", "attribute", "religion");
      checkThere(
          purpose, "allow", "purpose", "\"kosher meals are offered to those who want them\"");
    }
  }

  /// An attribute that stands for another.
  ///
  /// @param of what it stands for, such as ethnicity
  public record Proxy(String attribute, SensitiveTopic of) {
    public Proxy {
      checkThere(attribute, "proxies", "attribute", "neighbourhood");
      if (of == null) {
        throw new IllegalArgumentException(
            "of is missing in policy.proxies (expected what the attribute stands for, one of %s)"
                .formatted(SensitiveTopic.known()));
      }
    }
  }

  /// An attribute that is not what it looks like.
  ///
  /// @param because why the attribute is not what it looks like
  public record NotSensitive(String attribute, String because) {
    public NotSensitive {
      checkThere(attribute, "notSensitive", "attribute", "race");
      checkThere(because, "notSensitive", "because", "\"a running race, not an origin\"");
    }
  }

  private static void checkThere(String text, String list, String key, String example) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(
          "%s is missing in policy.%s (expected one such as %s)".formatted(key, list, example));
    }
  }
}
