package io.kindred.datasets.generator;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tables of who the customers, and their accounts, are: one row for each of whom anything in it is
/// known.
final class ProfileTables {
  /// Parts the words of a cell.
  private static final String SEPARATOR = "|";

  private final List<ProfileTable> tables = new ArrayList<>();

  ProfileTables(GeneratorOptions options, Path folder, String ending) {
    ScenarioDefinition scenario = options.scenario().definition();
    for (ScenarioDefinition.AttributeGroup group : scenario.attributes()) {
      List<AttributeDefinition> columns =
          group.columns().stream().map(ScenarioDefinition.AttributeSpec::definition).toList();
      tables.add(
          table(
              scenario,
              folder.resolve(group.table() + ending),
              group.ofAccount(),
              group.answeredLater() ? "answered" : "joined",
              columns));
    }
    if (options.twists().experiment()) {
      Path path = folder.resolve("experiment" + ending);
      tables.add(table(scenario, path, false, "assigned", List.of(Campaign.ARM_ATTRIBUTE)));
    }
  }

  void add(GeneratedCustomers part) {
    for (ProfileTable table : tables) {
      if (table.ofAccount()) {
        part.accounts()
            .forEach(account -> table.add("", account.id(), account.known().attributes()));
      } else {
        part.customers()
            .forEach(customer ->
                table.add(
                    customer.id().value(), customer.account(), customer.known().attributes()));
      }
    }
  }

  Stream<OutputTable<?>> tables() {
    return tables.stream().map(ProfileTable::output);
  }

  /// One customer's, or account's, row.
  private record ProfileRow(
      String customer, String account, Map<String, Attribute> byName, Attribute any) {}

  private record ProfileTable(
      boolean ofAccount, List<String> names, OutputTable<ProfileRow> output) {

    void add(String customer, String account, List<Attribute> attributes) {
      Map<String, Attribute> byName = new HashMap<>();
      attributes.forEach(attribute -> byName.put(attribute.name(), attribute));
      Optional<Attribute> any =
          names.stream().filter(byName::containsKey).map(byName::get).findFirst();
      any.ifPresent(one -> output.add(new ProfileRow(customer, account, byName, one)));
    }
  }

  private static ProfileTable table(
      ScenarioDefinition scenario,
      Path path,
      boolean ofAccount,
      String since,
      List<AttributeDefinition> columns) {
    List<Field<ProfileRow>> fields = new ArrayList<>();
    if (!ofAccount) {
      fields.add(Field.text("customer", ProfileRow::customer));
    }
    if (scenario.hasAccounts()) {
      fields.add(Field.text("account", ProfileRow::account));
    }
    fields.add(Field.moment(since, row -> row.any().knownSince()));
    columns.forEach(column -> fields.add(field(column)));
    String mapping =
        (ofAccount ? MappingText.ACCOUNT_ROWS : MappingText.customer(scenario))
            + "    knownSince: %s\n    attributes:\n".formatted(since)
            + MappingText.attributes(columns, SEPARATOR);
    return new ProfileTable(
        ofAccount,
        columns.stream().map(AttributeDefinition::name).toList(),
        new OutputTable<>(path, fields, List.of(), mapping));
  }

  private static Field<ProfileRow> field(AttributeDefinition column) {
    String name = column.name();
    return switch (column.type()) {
      case NUMBER, SCALE ->
          Field.number(
              name,
              row ->
                  Optional.ofNullable(row.byName().get(name))
                      .map(attribute -> number(attribute.value()))
                      .orElse(Double.NaN));
      case CATEGORY, YES_NO, MULTI_VALUE, DATE ->
          Field.text(
              name,
              row ->
                  Optional.ofNullable(row.byName().get(name))
                      .map(attribute -> text(attribute.value()))
                      .orElse(""));
    };
  }

  private static double number(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Quantity quantity -> quantity.value();
      case AttributeValue.ScalePoint point -> point.value();
      case AttributeValue.Category _,
          AttributeValue.YesNo _,
          AttributeValue.Words _,
          AttributeValue.Day _ ->
          Double.NaN;
    };
  }

  private static String text(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Category category -> category.value();
      case AttributeValue.YesNo yesNo -> yesNo.value() ? "yes" : "no";
      case AttributeValue.Words words -> String.join(SEPARATOR, words.values());
      case AttributeValue.Day day -> day.value().toString();
      case AttributeValue.Quantity _, AttributeValue.ScalePoint _ ->
          throw new IllegalStateException("a number is no text");
    };
  }
}
