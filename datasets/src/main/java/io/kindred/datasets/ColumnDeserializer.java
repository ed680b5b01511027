package io.kindred.datasets;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// Reads a column's name and remembers where the mapping names it.
final class ColumnDeserializer extends ValueDeserializer<Column> {
  @Override
  public Column deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.currentToken().isScalarValue()) {
      return context.reportInputMismatch(Column.class, "expected the name of a column");
    }
    return read(parser, context);
  }

  static Column read(JsonParser parser, DeserializationContext context) {
    return new Column(parser.getString(), YamlFile.place(parser, context));
  }
}
