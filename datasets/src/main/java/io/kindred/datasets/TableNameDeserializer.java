package io.kindred.datasets;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// Reads a table's name and remembers where the mapping names it.
final class TableNameDeserializer extends ValueDeserializer<TableName> {
  @Override
  public TableName deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.currentToken().isScalarValue()) {
      return context.reportInputMismatch(TableName.class, "expected the name of a table");
    }
    return new TableName(parser.getString(), YamlFile.place(parser, context));
  }
}
