package io.kindred.training.macro;

import io.kindred.datasets.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Binds names in one or several languages, and what conditions want.
public final class MacroYaml {
  private static final String EXPECTED =
      "expected a word, a list of words such as [SE, NO], true or false, a number, or a range such as {from: 18, below: 30}";

  private MacroYaml() {}

  /// How {@link WrittenMacroRule} is bound.
  public static JacksonModule shortForms() {
    return new SimpleModule("macro-segments")
        .addDeserializer(MacroName.class, new NameDeserializer())
        .addDeserializer(WrittenMacroRule.Placed.class, new WantedDeserializer());
  }

  /// The keys of a range.
  record Range(@Nullable Double from, @Nullable Double below) {
    Range {
      // Refused here, the error has the place of the range in the file.
      var _ = between(from, below);
    }

    Wanted between() {
      return between(from, below);
    }

    private static Wanted between(@Nullable Double from, @Nullable Double below) {
      return new Wanted.Between(
          from == null ? Double.NEGATIVE_INFINITY : from,
          below == null ? Double.POSITIVE_INFINITY : below);
    }
  }

  private static final class NameDeserializer extends ValueDeserializer<MacroName> {
    @Override
    public MacroName deserialize(JsonParser parser, DeserializationContext context) {
      try {
        if (!parser.isExpectedStartObjectToken()) {
          return parser.currentToken().isScalarValue()
              ? MacroName.of(parser.getString())
              : context.reportInputMismatch(
                  MacroName.class, "expected a name, or names by language such as {en: Nordic}");
        }
        TreeMap<String, String> byLanguage = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String language = parser.currentName();
          if (!parser.nextToken().isScalarValue()) {
            return context.reportInputMismatch(
                MacroName.class, "expected a name in each language, such as {en: Nordic}");
          }
          if (language.isEmpty()) {
            return context.reportInputMismatch(
                MacroName.class, "expected a language of two small letters such as en or sv");
          }
          byLanguage.put(language, parser.getString());
        }
        return new MacroName(byLanguage);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(this, "%s", e.getMessage());
      }
    }
  }

  private static final class WantedDeserializer extends ValueDeserializer<WrittenMacroRule.Placed> {
    @Override
    public WrittenMacroRule.Placed deserialize(JsonParser parser, DeserializationContext context) {
      String place = YamlFile.place(parser, context);
      if (parser.isExpectedStartObjectToken()) {
        Range range = context.readValue(parser, Range.class);
        return new WrittenMacroRule.Placed(range.between(), place);
      }
      if (!parser.isExpectedStartArrayToken()) {
        return new WrittenMacroRule.Placed(
            new Wanted.OneOf(List.of(scalar(parser, context))), place);
      }
      List<String> texts = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        texts.add(scalar(parser, context));
      }
      return texts.isEmpty()
          ? context.reportInputMismatch(this, EXPECTED)
          : new WrittenMacroRule.Placed(new Wanted.OneOf(texts), place);
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
      return context.reportInputMismatch(this, EXPECTED);
    }

    private String scalar(JsonParser parser, DeserializationContext context) {
      JsonToken token = parser.currentToken();
      return token.isScalarValue() && token != JsonToken.VALUE_NULL
          ? parser.getString()
          : context.reportInputMismatch(this, EXPECTED);
    }
  }
}
