package io.kindred.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// The different texts of one column, each with a number: what a mapping makes of a text is worked
/// out once for each, not once a row.
final class WordsOfColumn {
  /// What stands for a text that the mapping refuses.
  static final int REFUSED = -1;

  private final int column;
  private final int columns;
  private final RowPlace place;
  private final List<String> texts;
  private final LongCodes codes;

  /// @param column its place in the table
  /// @param texts the different texts, the blank cell's `""` first
  /// @param codes each text's number by its digest
  WordsOfColumn(int column, int columns, String file, List<String> texts, LongCodes codes) {
    this.column = column;
    this.columns = columns;
    this.place = new RowPlace(file, RowPlace.Unit.ROW, 0);
    this.texts = texts;
    this.codes = codes;
  }

  /// The number of a text by its digest.
  int code(long digest) throws NoFastWay {
    int code = codes.get(digest);
    if (code < 0) {
      throw new NoFastWay("the file changed while it was read");
    }
    return code;
  }

  int size() {
    return texts.size();
  }

  /// A number for what each text means, {@link #REFUSED} where that is an error.
  int[] codes(Function<Row, String> meaning, Function<String, Integer> number) {
    int[] meanings = new int[texts.size()];
    for (int i = 0; i < meanings.length; i++) {
      try {
        meanings[i] = number.apply(meaning.apply(row(i)));
      } catch (DatasetException _) {
        meanings[i] = REFUSED;
      }
    }
    return meanings;
  }

  boolean[] tests(Predicate<Row> test) throws NoFastWay {
    boolean[] passes = new boolean[texts.size()];
    for (int i = 0; i < passes.length; i++) {
      try {
        passes[i] = test.test(row(i));
      } catch (DatasetException e) {
        throw new NoFastWay(String.valueOf(e.getMessage()));
      }
    }
    return passes;
  }

  /// A row that has this text and no other cell.
  Row row(int code) {
    String[] cells = new String[columns];
    Arrays.fill(cells, "");
    cells[column] = texts.get(code);
    return new Row(place, 0, cells);
  }
}
