package io.kindred.datasets;

import io.kindred.features.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A YAML file that people write, bound to records, with Jackson's exceptions as errors a person
/// can act on.
///
/// A key that is left out reaches a record's constructor as `null`, and the constructor puts its
/// default there or refuses; nothing past the constructors knows `null`. A key that the record does
/// not have is refused.
public final class YamlFile {
  private static final String FILE = "file";

  private YamlFile() {}

  /// Reads a file.
  ///
  /// @param what what the file is, such as `a mapping; docs/mapping.md shows one`
  /// @param modules how types that are more than records are bound
  /// @throws DatasetException where it is missing, no YAML, or says something it cannot mean
  public static <T> T read(Path yaml, Class<T> type, String what, JacksonModule... modules) {
    String file = yaml.getFileName().toString();
    String text;
    try {
      text = Files.readString(yaml);
    } catch (NoSuchFileException e) {
      throw new DatasetException("%s: no such file (expected %s)".formatted(yaml, what), e);
    } catch (MalformedInputException e) {
      throw new DatasetException("%s: not UTF-8 (expected a YAML text)".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read %s".formatted(yaml), e);
    }
    return parse(file, text, type, what, modules);
  }

  /// Reads a text.
  ///
  /// @param file what errors call it
  /// @param what what the text is, such as `a mapping; docs/mapping.md shows one`
  /// @param modules how types that are more than records are bound
  /// @throws DatasetException where it is no YAML, or says something it cannot mean
  public static <T> T parse(
      String file, String text, Class<T> type, String what, JacksonModule... modules) {
    if (text.isBlank()) {
      throw new DatasetException("%s: the file is empty (expected %s)".formatted(file, what));
    }
    ObjectMapper mapper = mapper(modules);
    try {
      return mapper.readerFor(type).withAttribute(FILE, file).readValue(text);
    } catch (JacksonException e) {
      throw refusal(file, new YamlPlaces(mapper, text), e);
    }
  }

  private static ObjectMapper mapper(JacksonModule... modules) {
    return YAMLMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .addModules(modules)
        .build();
  }

  /// Where a parser is, such as `training.yaml:7:30`.
  public static String place(JsonParser parser, DeserializationContext context) {
    return place(String.valueOf(context.getAttribute(FILE)), parser.currentTokenLocation());
  }

  private static String place(String file, TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? file
        : "%s:%d:%d".formatted(file, location.getLineNr(), location.getColumnNr());
  }

  private static DatasetException refusal(String file, YamlPlaces places, JacksonException e) {
    String pointer = pointer(e.getPath());
    String path = path(e.getPath());
    return switch (e) {
      case UnrecognizedPropertyException unknown -> {
        List<JacksonException.Reference> parents = e.getPath().subList(0, e.getPath().size() - 1);
        Set<String> known = componentNames(unknown.getReferringClass());
        yield places
            .unknownKey(pointer(parents), known)
            .map(key -> unknownKey(file, key, path(parents), known, e))
            .orElseGet(() -> at(file, e.getLocation(), inPath(path, "unknown key"), e));
      }
      case ValueInstantiationException refused -> {
        // A record may have been refused for want of a key that is there, but mistyped.
        Set<String> known = componentNames(refused.getType().getRawClass());
        Throwable cause = refused.getCause();
        String reason = cause == null ? firstLine(e) : String.valueOf(cause.getMessage());
        yield places
            .unknownKey(pointer, known)
            .map(key -> unknownKey(file, key, path, known, e))
            .orElseGet(() ->
                at(
                    file,
                    places.beginning(pointer).orElse(e.getLocation()),
                    inPath(path, reason),
                    e));
      }
      case InvalidFormatException invalid ->
          at(
              file,
              e.getLocation(),
              "%s is \"%s\" (expected %s)"
                  .formatted(path, invalid.getValue(), expected(invalid.getTargetType())),
              e);
      case StreamReadException _ ->
          at(file, e.getLocation(), "not readable as YAML: " + firstLine(e), e);
      case MismatchedInputException mismatch
          when mismatch.getTargetType() != null && !firstLine(e).startsWith("expected") ->
          at(
              file,
              e.getLocation(),
              inPath(path, "expected %s".formatted(expected(mismatch.getTargetType()))),
              e);
      case JacksonException _ -> at(file, e.getLocation(), inPath(path, firstLine(e)), e);
    };
  }

  private static DatasetException unknownKey(
      String file, YamlPlaces.Key key, String path, Set<String> known, JacksonException e) {
    return at(
        file,
        key.location(),
        "unknown key \"%s\"%s (known: %s; did you mean \"%s\"?)"
            .formatted(
                key.name(),
                path.isEmpty() ? "" : " in " + path,
                String.join(", ", known),
                NearestName.to(key.name(), known).orElse("")),
        e);
  }

  private static DatasetException at(
      String file, TokenStreamLocation location, String message, JacksonException e) {
    return new DatasetException(place(file, location) + ": " + message, e);
  }

  private static Set<String> componentNames(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components == null
        ? Set.of()
        : Arrays.stream(components)
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String inPath(String path, String message) {
    return path.isEmpty() ? message : path + ": " + message;
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + Words.of((Enum<?>[]) type.getEnumConstants());
    }
    if (type == ZoneId.class) {
      return "a time zone such as Europe/London";
    }
    if (type == LocalDate.class) {
      return "a date such as 2010-12-01";
    }
    if (Number.class.isAssignableFrom(type) || type == int.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "keys and values";
  }

  /// Such as `tables[0].orders.amount`.
  private static String path(List<JacksonException.Reference> references) {
    return references.stream()
        .map(reference ->
            reference.getPropertyName() == null
                ? "[%d]".formatted(reference.getIndex())
                : "." + reference.getPropertyName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  /// Such as `/tables/0/orders/amount`.
  private static String pointer(List<JacksonException.Reference> references) {
    return references.stream()
        .map(reference ->
            reference.getPropertyName() == null
                ? "/" + reference.getIndex()
                : "/" + reference.getPropertyName())
        .collect(Collectors.joining());
  }

  private static String firstLine(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("").strip();
  }
}
