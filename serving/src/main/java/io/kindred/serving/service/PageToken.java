package io.kindred.serving.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the next page of a list begins, and of which list.
///
/// @param bundleId the bundle that the first page was of
/// @param list tells this list from others of the bundle: the number of the view of segments, or
///   one from 1,000 on that stands for what events were asked for
/// @param offset how many entries came before
record PageToken(String bundleId, int list, int offset) {
  private static final Pattern TEXT = Pattern.compile("([0-9a-f]{64})/([0-9]{1,4})/([0-9]{1,6})");

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString("%s/%d/%d".formatted(bundleId, list, offset).getBytes(UTF_8));
  }

  /// The token of a text; none where it is no token of this server's.
  static Optional<PageToken> parse(String text) {
    String decoded;
    try {
      decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    Matcher matcher = TEXT.matcher(decoded);
    return matcher.matches()
        ? Optional.of(
            new PageToken(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }
}
