package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.BatchFeaturizer;
import io.kindred.features.CustomerId;
import io.kindred.features.CustomerIdHash;
import io.kindred.features.EventColumns;
import io.kindred.features.EventKind;
import io.kindred.features.LocalDays;
import io.kindred.features.Vocabulary;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The customers of tables whose columns have types, grouped on disk instead of held in memory.
final class PartitionedCustomers implements CustomerStream {
  private final DatasetMapping mapping;
  private final Path dataFolder;
  private final Instant notAfter;
  private final Optional<CustomerIdHash> hash;
  private final Partitions partitions = new Partitions();
  private final Customers customers = new Customers();
  private final Vocabulary vocabulary = new Vocabulary();
  private final List<AttributeDefinition> definitions = new ArrayList<>();
  private final TypedTable.Bounds bounds = new TypedTable.Bounds();

  private PartitionedCustomers(DatasetMapping mapping, Path dataFolder, Instant notAfter) {
    this.mapping = mapping;
    this.dataFolder = dataFolder;
    this.notAfter = notAfter;
    this.hash =
        mapping.hashIds().map(key -> key.hash(name -> Optional.ofNullable(System.getenv(name))));
  }

  /// @throws NoFastWay where the row reader must read, or refuse, the data set
  static PartitionedCustomers read(DatasetMapping mapping, Path dataFolder, Instant notAfter)
      throws NoFastWay {
    PartitionedCustomers customers = new PartitionedCustomers(mapping, dataFolder, notAfter);
    try {
      customers.readAll(new DataFiles(dataFolder));
      return customers;
    } catch (SQLException | DatasetException e) {
      customers.close();
      throw new NoFastWay(String.valueOf(e.getMessage()));
    } catch (Throwable e) {
      customers.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return mapping.name();
  }

  @Override
  public ZoneId zone() {
    return mapping.zone();
  }

  @Override
  public String currency() {
    return mapping.currency();
  }

  @Override
  public List<AttributeDefinition> attributes() {
    return List.copyOf(definitions);
  }

  @Override
  public boolean hasAccounts() {
    return false;
  }

  @Override
  public LocalDate lastDay() {
    return LocalDate.ofInstant(LocalDays.moment(bounds.last()), mapping.zone());
  }

  @Override
  public void forEach(BatchFeaturizer featurizer, Consumer<CustomerId> each) {
    EventColumns columns = featurizer.columns();
    featurizer.accountColumns().clear();
    // From this stream's words to the featurizer's.
    int[] translated = new int[vocabulary.size()];
    for (int word = 0; word < translated.length; word++) {
      translated[word] = columns.vocabulary().code(vocabulary.word(word));
    }
    partitions.forEach(
        columns,
        translated,
        number -> {
          finish(columns);
          CustomerId id = new CustomerId(customers.id(number));
          each.accept(hash.map(known -> known.of(id)).orElse(id));
        });
  }

  /// Where events contradict each other, the row reader knows which rows they are.
  private void finish(EventColumns columns) {
    try {
      columns.finish();
    } catch (IllegalArgumentException e) {
      DatasetReader.read(mapping, dataFolder, notAfter);
      throw e;
    }
  }

  @Override
  public void close() {
    partitions.close();
  }

  private void readAll(DataFiles files) throws NoFastWay, SQLException {
    if (mapping.accounts().isPresent()) {
      throw new NoFastWay("customers belong to accounts");
    }
    Map<EventKind, Integer> tablesOfKind = new LinkedHashMap<>();
    Map<TableMapping, Set<Path>> paths = new LinkedHashMap<>();
    for (TableMapping table : mapping.tables()) {
      if (!(table.source() instanceof TableSource.InFiles(List<String> names))) {
        throw new NoFastWay("a table is in a database");
      }
      Set<Path> matching = files.matching(names);
      if (matching.stream().anyMatch(path -> !isParquet(path))) {
        throw new NoFastWay("a file is a text");
      }
      paths.put(table, matching);
      table
          .events()
          .forEach(event ->
              EventKinds.of(event).forEach(kind -> tablesOfKind.merge(kind, 1, Integer::sum)));
    }
    Set<Path> all = paths.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    try (Connection connection = Database.lockedTo(all)) {
      for (TableMapping table : mapping.tables()) {
        boolean numericIds =
            table.events().stream()
                .flatMap(event -> EventKinds.of(event).stream())
                .allMatch(kind -> tablesOfKind.getOrDefault(kind, 0) == 1);
        read(connection, table, paths.getOrDefault(table, Set.of()), numericIds);
      }
    }
    if (bounds.last() == Long.MIN_VALUE) {
      throw new NoFastWay("there are no events");
    }
  }

  private void read(Connection connection, TableMapping table, Set<Path> paths, boolean numericIds)
      throws NoFastWay, SQLException {
    String relation = relation(paths);
    Map<String, String> types = types(connection, relation);
    for (Path path : paths) {
      // DuckDB would take the first file's types for all, and round what is finer in another.
      if (!types.equals(types(connection, relation(Set.of(path))))) {
        throw new NoFastWay("the files have different columns");
      }
    }
    ChunkColumns read =
        new ChunkColumns(
            connection,
            relation,
            types,
            new Header(
                paths.iterator().next().getFileName().toString(), List.copyOf(types.keySet())),
            table.format(),
            table.timeFormat(),
            mapping.zone(),
            numericIds);
    new TypedTable(table, read, mapping.zone(), notAfter)
        .read(customers, partitions, vocabulary, definitions, bounds);
  }

  private static String relation(Set<Path> paths) {
    return "read_parquet([%s])"
        .formatted(
            paths.stream()
                .map(path -> Database.literal(path.toString()))
                .collect(Collectors.joining(", ")));
  }

  private static Map<String, String> types(Connection connection, String relation)
      throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement("DESCRIBE SELECT * FROM " + relation);
        ResultSet columns = statement.executeQuery()) {
      while (columns.next()) {
        types.put(columns.getString(1), columns.getString(2));
      }
    }
    return types;
  }

  private static boolean isParquet(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".parquet") && !path.toString().matches(".*[*?\\[{].*");
  }
}
