package io.kindred.datasets;

import io.kindred.features.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A YAML file that people write, bound to records, with Jackson's exceptions as errors a person
/// can act on.
///
/// A key that is left out reaches a record's constructor as `null`, and the constructor puts its
/// default there or refuses; nothing past the constructors knows `null`. A key that the record does
/// not have is refused.
public final class YamlFile {
  static final String FILE = "file";

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
    if (text.isBlank()) {
      throw new DatasetException("%s: the file is empty (expected %s)".formatted(file, what));
    }
    try {
      return mapper(modules).readerFor(type).withAttribute(FILE, file).readValue(text);
    } catch (JacksonException e) {
      throw new DatasetException(place(file, e.getLocation()) + ": " + explained(e), e);
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

  static String place(String file, TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? file
        : "%s:%d:%d".formatted(file, location.getLineNr(), location.getColumnNr());
  }

  private static String explained(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown -> unknownKey(unknown);
      case InvalidFormatException invalid ->
          "%s is \"%s\" (expected %s)"
              .formatted(path(e), invalid.getValue(), expected(invalid.getTargetType()));
      case StreamReadException _ -> "not readable as YAML: " + firstLine(e.getOriginalMessage());
      case JacksonException other
          when other.getCause() instanceof IllegalArgumentException refused ->
          inPath(other, String.valueOf(refused.getMessage()));
      case JacksonException other -> inPath(other, firstLine(other.getOriginalMessage()));
    };
  }

  private static String unknownKey(UnrecognizedPropertyException e) {
    List<String> known = known(e.getKnownPropertyIds()).stream().sorted().toList();
    List<JacksonException.Reference> path = e.getPath();
    String where = path(path.subList(0, path.size() - 1));
    return "unknown key \"%s\"%s (known: %s%s)"
        .formatted(
            e.getPropertyName(),
            where.isEmpty() ? "" : " in " + where,
            String.join(", ", known),
            NearestName.to(e.getPropertyName(), known)
                .map("; did you mean \"%s\"?"::formatted)
                .orElse(""));
  }

  private static List<String> known(Collection<Object> ids) {
    return ids == null ? List.of() : ids.stream().map(String::valueOf).toList();
  }

  private static String inPath(JacksonException e, String message) {
    String path = path(e);
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
    return Number.class.isAssignableFrom(type) || type == int.class
        ? "a number"
        : "a value of type " + type.getSimpleName();
  }

  private static String path(JacksonException e) {
    return path(e.getPath());
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

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }
}
