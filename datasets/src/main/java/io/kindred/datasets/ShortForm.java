package io.kindred.datasets;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// Reads a source that a mapping may write in short, as the name of a column, or in full.
final class ShortForm<T, W> extends ValueDeserializer<T> {
  private final Function<Column, T> ofColumn;
  private final Class<W> written;
  private final Function<W, T> ofWritten;

  ShortForm(Function<Column, T> ofColumn, Class<W> written, Function<W, T> ofWritten) {
    this.ofColumn = ofColumn;
    this.written = written;
    this.ofWritten = ofWritten;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.isExpectedStartObjectToken()) {
      return ofWritten.apply(context.readValue(parser, written));
    }
    if (!parser.currentToken().isScalarValue()) {
      return context.reportInputMismatch(
          written, "expected the name of a column, or keys and values in {}");
    }
    try {
      return ofColumn.apply(ColumnDeserializer.read(parser, context));
    } catch (IllegalArgumentException e) {
      return context.reportInputMismatch(written, "%s", e.getMessage());
    }
  }
}
