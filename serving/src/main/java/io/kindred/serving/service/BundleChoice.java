package io.kindred.serving.service;

import io.kindred.v1.BundleSelector;

/// Whether the bundle that answers is the one that a request wants.
final class BundleChoice {
  private BundleChoice() {}

  /// Refuses a request for another bundle.
  ///
  /// @throws Refusal where the server does not hold the bundle that is wanted
  static void check(BundleSelector wanted, Place place, LiveBundle bundle, Violations violations) {
    String model = bundle.contents().name().value();
    if (!wanted.getModel().isEmpty() && !wanted.getModel().equals(model)) {
      throw Refusal.notFound(
          "model %s is not served here (expected '%s', or none for the same)"
              .formatted(Quoted.of(wanted.getModel()), model));
    }
    switch (wanted.getVersionCase()) {
      case BUNDLE_ID -> checkId(wanted.getBundleId(), place.field("bundle_id"), bundle, violations);
      case ALIAS -> checkAlias(wanted, place.field("alias"), bundle, violations);
      case VERSION_NOT_SET -> {}
    }
  }

  /// Whether a text may be a bundle's id.
  static boolean isId(String id) {
    return id.matches("[0-9a-f]{64}");
  }

  /// The violation of a text that may not.
  static String noId(String id) {
    return "is %s (expected 64 hexadecimal digits, as in Score.bundle_id)".formatted(Quoted.of(id));
  }

  private static void checkId(String id, Place place, LiveBundle bundle, Violations violations) {
    if (!isId(id)) {
      violations.add(place, noId(id));
    } else if (!id.equals(bundle.id().value())) {
      throw Refusal.notFound(
          "bundle %s is not held by this server (expected %s, the one in use)"
              .formatted(id, bundle.id()));
    }
  }

  private static void checkAlias(
      BundleSelector wanted, Place place, LiveBundle bundle, Violations violations) {
    switch (wanted.getAlias()) {
      case BUNDLE_ALIAS_UNSPECIFIED, BUNDLE_ALIAS_CHAMPION -> {}
      case BUNDLE_ALIAS_CHALLENGER, BUNDLE_ALIAS_SHADOW ->
          throw Refusal.notFound(
              "no bundle is %s on this server (expected BUNDLE_ALIAS_CHAMPION, which is %s)"
                  .formatted(wanted.getAlias(), bundle.id()));
      case UNRECOGNIZED ->
          violations.add(
              place, "is %d (expected BUNDLE_ALIAS_CHAMPION)".formatted(wanted.getAliasValue()));
    }
  }
}
