package io.kindred.datasets;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.ObjectMapper;

/// Finds where in a YAML text something is, which Jackson no longer knows once a record's
/// constructor has refused what it was given.
final class YamlPlaces {
  private static final Pattern FIRST_OF_LIST = Pattern.compile("/0(?=/|$)");

  private final ObjectMapper mapper;
  private final String text;

  YamlPlaces(ObjectMapper mapper, String text) {
    this.mapper = mapper;
    this.text = text;
  }

  /// A key and where it is.
  record Key(String name, TokenStreamLocation location) {}

  /// Where the object at a path begins, such as `/tables/0/orders`.
  Optional<TokenStreamLocation> beginning(String path) {
    return first(path, this::beginningAt);
  }

  /// The first key of the object at a path that is not among the known ones.
  Optional<Key> unknownKey(String path, Set<String> known) {
    return first(path, candidate -> unknownKeyAt(candidate, known));
  }

  private Optional<TokenStreamLocation> beginningAt(String path) {
    try (JsonParser parser = mapper.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT && isAt(parser, path)) {
          return Optional.of(parser.currentTokenLocation());
        }
      }
      return Optional.empty();
    }
  }

  private Optional<Key> unknownKeyAt(String path, Set<String> known) {
    try (JsonParser parser = mapper.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME
            && !known.contains(parser.currentName())
            && isAt(parser, path + "/" + parser.currentName())) {
          return Optional.of(new Key(parser.currentName(), parser.currentTokenLocation()));
        }
      }
      return Optional.empty();
    }
  }

  /// What is found at a path, or else at the path as it is where one of its lists is written as the
  /// list's one element.
  private static <T> Optional<T> first(String path, Function<String, Optional<T>> finder) {
    return Stream.concat(
            Stream.of(path),
            FIRST_OF_LIST
                .matcher(path)
                .results()
                .map(first -> path.substring(0, first.start()) + path.substring(first.end())))
        .map(finder)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isAt(JsonParser parser, String path) {
    return parser.streamReadContext().pathAsPointer().toString().equals(path);
  }
}
