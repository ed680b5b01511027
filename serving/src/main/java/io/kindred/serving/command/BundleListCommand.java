package io.kindred.serving.command;

import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.ModelName;
import io.kindred.models.PropensityTarget;
import io.kindred.models.registry.Registry;
import io.kindred.serving.text.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists the bundles of a registry.
@Command(
    name = "list",
    description = "List the bundles of a registry; * marks the one that a server answers with.",
    footer = {"", "Example:", "  kindred bundle list --registry models/published"})
final class BundleListCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final RegistryChoice choice = new RegistryChoice();

  @Override
  public Integer call() throws IOException {
    Registry registry = choice.registry();
    Table table =
        Table.of(
            Table.words("Model"),
            Table.words("Bundle"),
            Table.words(""),
            Table.words("Data until"),
            Table.numbers("Segments"),
            Table.numbers("Features"),
            Table.words("Predicts"));
    List<String> broken = new ArrayList<>();
    for (ModelName name : choice.names()) {
      BundleId current = registry.current(name);
      for (BundleId id : registry.ids(name)) {
        try {
          add(table, registry.open(name, id), id.equals(current));
        } catch (BundleException e) {
          broken.add(String.valueOf(e.getMessage()));
        }
      }
    }
    spec.commandLine().getOut().print(table.text(0));
    spec.commandLine().getOut().flush();
    broken.forEach(message -> spec.commandLine().getErr().println("kindred: " + message));
    return broken.isEmpty() ? 0 : 1;
  }

  private static void add(Table table, Bundle bundle, boolean isCurrent) {
    BundleContents contents = bundle.contents();
    table.add(
        contents.name().value(),
        bundle.id().shortForm(),
        isCurrent ? "*" : "",
        contents.asOf().atZone(contents.schema().zone()).toLocalDate().toString(),
        Integer.toString(contents.segments().segments().size()),
        Integer.toString(contents.schema().size()),
        contents.targets().propensities().stream()
            .map(PropensityTarget::name)
            .collect(Collectors.joining(", ")));
  }
}
