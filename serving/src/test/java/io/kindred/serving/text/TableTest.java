package io.kindred.serving.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCellAndNumbersStandRight() {
    Table table = Table.of(Table.words("Name"), Table.numbers("Kr"), Table.words("Note"));
    table.add("Anna-Karin", "7", "");
    table.add("Bo", "1,234", "new");

    assertThat(table.text(1))
        .isEqualToNormalizingNewlines(
            """
             Name           Kr  Note
             Anna-Karin      7
             Bo          1,234  new
            """);
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.of(Table.words("Name")).add("a", "b"))
        .withMessage("row has 2 cells (expected 1, one a column)");
  }
}
