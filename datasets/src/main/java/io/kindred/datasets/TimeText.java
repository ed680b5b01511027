package io.kindred.datasets;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/// Reads dates and times; one without a zone is of the data set's clock, one without a time is the
/// beginning of its day.
public final class TimeText {
  private static final String EPOCH_SECONDS = "epoch_seconds";
  private static final String EPOCH_MILLIS = "epoch_millis";
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Optional<String> format;
  private final DateTimeFormatter formatter;
  private final ZoneId zone;

  // Rows that lie together often say the same time, and parsing one costs as much as all else.
  private String latestText = "";
  private Optional<Instant> latest = Optional.empty();

  /// @param format as in {@link TableMapping}
  public TimeText(Optional<String> format, ZoneId zone) {
    this.format = format;
    this.zone = zone;
    this.formatter = format.filter(name -> !isEpoch(name)).map(TimeText::pattern).orElse(ISO);
  }

  /// Refuses a pattern that cannot be one.
  static void check(String format) {
    if (!isEpoch(format)) {
      pattern(format);
    }
  }

  public Optional<Instant> time(String text) {
    if (!text.equals(latestText)) {
      latest = parsed(text);
      latestText = text;
    }
    return latest;
  }

  ZoneId zone() {
    return zone;
  }

  /// What a text should have looked like.
  String expected() {
    return format
        .map("a time written as %s, as timeFormat says; correct the date, or timeFormat"::formatted)
        .orElse(
            "a date or time as in ISO 8601, such as 2010-12-01 or 2010-12-01 08:26; correct it, or name"
                + " another way of writing in timeFormat");
  }

  private Optional<Instant> parsed(String text) {
    try {
      if (format.isPresent() && isEpoch(format.get())) {
        long number = Long.parseLong(text);
        return Optional.of(
            format.get().equals(EPOCH_SECONDS)
                ? Instant.ofEpochSecond(number)
                : Instant.ofEpochMilli(number));
      }
      if (format.isEmpty() && isCommonIso(text)) {
        return Optional.of(commonIso(text));
      }
      TemporalAccessor parsed = formatter.parse(text);
      LocalDate day = LocalDate.from(parsed);
      LocalTime time = parsed.query(TemporalQueries.localTime());
      ZoneId written = parsed.query(TemporalQueries.zone());
      ZoneId of = written == null ? zone : written;
      return Optional.of(
          (time == null ? day.atStartOfDay(of) : day.atTime(time).atZone(of)).toInstant());
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// Whether a text is written like `2010-12-01 08:26:00`, with a blank or a `T`, with or without a
  /// `Z`: the formatter reads these too, but takes ten times as long.
  private static boolean isCommonIso(String text) {
    int length = text.length();
    if (length != 19 && (length != 20 || text.charAt(19) != 'Z')) {
      return false;
    }
    for (int i = 0; i < 19; i++) {
      char c = text.charAt(i);
      boolean fits =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == 'T' || c == ' ';
            case 13, 16 -> c == ':';
            default -> c >= '0' && c <= '9';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private Instant commonIso(String text) {
    LocalDateTime time =
        LocalDateTime.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10),
            Integer.parseInt(text, 11, 13, 10),
            Integer.parseInt(text, 14, 16, 10),
            Integer.parseInt(text, 17, 19, 10));
    return text.length() == 20 ? time.toInstant(ZoneOffset.UTC) : time.atZone(zone).toInstant();
  }

  private static boolean isEpoch(String format) {
    return format.equals(EPOCH_SECONDS) || format.equals(EPOCH_MILLIS);
  }

  private static DateTimeFormatter pattern(String pattern) {
    try {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(pattern)
          .parseDefaulting(ChronoField.ERA, 1)
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "timeFormat is \"%s\" (expected a pattern such as yyyyMMdd or dd.MM.yyyy HH:mm,"
                  .formatted(pattern)
              + " epoch_seconds or epoch_millis)",
          e);
    }
  }
}
