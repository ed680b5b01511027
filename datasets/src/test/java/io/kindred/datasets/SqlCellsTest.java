package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What becomes of the types of SQL.
class SqlCellsTest {
  @Test
  void everyTypeIsTheTextOfATextFile() throws SQLException {
    assertThat(
            texts(
                "jdbc:duckdb:",
                """
                SELECT NULL, TRUE, 7::TINYINT, 170141183460469231731687303715884105727::HUGEINT,
                  1.50::DECIMAL(9, 2), 1e-7::DECIMAL(20, 10), 1e308::DOUBLE, .1::FLOAT, 'NaN'::DOUBLE,
                  '-Infinity'::DOUBLE, DATE '1900-02-28', TIMESTAMP '2025-03-30 02:30:00.000001',
                  TIMESTAMP_S '2025-03-30 02:30:00', ' a ', 'x'::ENUM('x', 'y'),
                  '4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'::UUID
                """,
                true))
        .containsExactly(
            "",
            "true",
            "7",
            "170141183460469231731687303715884105727",
            "1.50",
            "0.0000001000",
            "1.0E308",
            "0.1",
            "NaN",
            "-Infinity",
            "1900-02-28",
            "2025-03-30T02:30:00.000001",
            "2025-03-30T02:30",
            " a ",
            "x",
            "4ac7a9e9-607c-4c8a-84f3-843f0191e3fd");
  }

  @Test
  void aDriverWithoutJavasNewerTimesWillDo() throws SQLException {
    String select =
        """
        VALUES (TIMESTAMP '2025-03-01 02:30:00.5',
          TIMESTAMP '2025-03-01 02:30:00.5' AT TIME ZONE INTERVAL '5:30' HOUR TO MINUTE,
          CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP WITH TIME ZONE), DATE '1900-02-28')
        """;
    List<String> usual = texts("jdbc:hsqldb:mem:cells", select, true);

    assertThat(usual.get(0)).isEqualTo("2025-03-01T02:30:00.500");
    assertThat(usual.get(1)).endsWith(":00.500Z");
    assertThat(usual.subList(2, 5)).containsExactly("", "", "1900-02-28");
    assertThat(texts("jdbc:hsqldb:mem:cells", select, false)).isEqualTo(usual);
  }

  /// @param newerTimes whether the driver knows `java.time`
  private static List<String> texts(String url, String select, boolean newerTimes)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      rows.next();
      List<String> texts = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        texts.add(
            SqlCells.of("it", rows.getMetaData(), i)
                .text(newerTimes ? rows : withoutClasses(rows)));
      }
      return texts;
    }
  }

  /// A real result that, as Snowflake's driver, refuses to be asked for a class.
  private static ResultSet withoutClasses(ResultSet rows) {
    return (ResultSet)
        Proxy.newProxyInstance(
            SqlCellsTest.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            (_, method, arguments) -> {
              if (method.getName().equals("getObject") && arguments.length == 2) {
                throw new SQLException("Type passed to getObject is unsupported");
              }
              try {
                return method.invoke(rows, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
