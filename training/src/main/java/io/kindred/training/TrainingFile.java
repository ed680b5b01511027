package io.kindred.training;

import io.kindred.datasets.DatasetException;
import io.kindred.datasets.DatasetMapping;
import io.kindred.datasets.TableMapping;
import io.kindred.datasets.YamlFile;
import io.kindred.models.ModelName;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.macro.MacroYaml;
import io.kindred.training.macro.WrittenMacroRule;
import io.kindred.training.policy.PolicyChoices;
import io.kindred.training.segmentation.SegmentationOptions;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `training.yaml` says.
///
/// @param dataset the mapping file
/// @param data the folder where the mapping's file names begin; the mapping's own where left out
/// @param columns further tables of attributes, known to this file and not to the mapping
public record TrainingFile(
    TrainingOptions options, Path dataset, Path data, List<TableMapping> columns) {
  private static final Pattern IS_MAPPING = Pattern.compile("(?m)^tables\\s*:");

  public TrainingFile {
    columns = List.copyOf(columns);
  }

  /// Reads a training file, or a mapping file as one that has nothing but the usual options.
  ///
  /// @throws DatasetException as {@link #read}
  public static TrainingFile readEither(Path yaml) throws IOException {
    return isMapping(yaml)
        ? new TrainingFile(
            TrainingOptions.defaults(new ModelName("usual")),
            yaml,
            Optional.ofNullable(yaml.toAbsolutePath().getParent()).orElseThrow(),
            List.of())
        : read(yaml);
  }

  private static boolean isMapping(Path yaml) throws IOException {
    try {
      return Files.isRegularFile(yaml) && IS_MAPPING.matcher(Files.readString(yaml)).find();
    } catch (CharacterCodingException _) {
      // Reading it says so with its name.
      return false;
    }
  }

  /// The mapping, with the tables of this file.
  ///
  /// @throws DatasetException where it is missing, no YAML, or says something it cannot mean
  public DatasetMapping mapping() {
    return DatasetMapping.read(dataset).plus(columns);
  }

  /// Reads a training file; paths in it are relative to it.
  ///
  /// @throws io.kindred.datasets.DatasetException where it is missing, no YAML, or says something
  ///   it cannot mean
  public static TrainingFile read(Path yaml) {
    Written written =
        YamlFile.read(
            yaml,
            Written.class,
            "a training file; docs/training.md shows one",
            DatasetMapping.shortForms(),
            MacroYaml.shortForms());
    Path folder = Optional.ofNullable(yaml.toAbsolutePath().getParent()).orElseThrow();
    Path dataset = folder.resolve(written.dataset()).normalize();
    TrainingOptions options;
    try {
      options = written.options();
    } catch (IllegalArgumentException e) {
      throw new DatasetException("%s: %s".formatted(yaml.getFileName(), e.getMessage()), e);
    }
    return new TrainingFile(
        options,
        dataset,
        written.data() == null
            ? Optional.ofNullable(dataset.getParent()).orElseThrow()
            : folder.resolve(written.data()).normalize(),
        written.columns() == null ? List.of() : written.columns());
  }

  /// The keys of the file.
  record Written(
      String name,
      String dataset,
      @Nullable String data,
      @Nullable LocalDate asOf,
      @Nullable Integer horizonDays,
      @Nullable Double coverage,
      @Nullable Double leastConfidence,
      @Nullable Double leastMacroConfidence,
      @Nullable Integer staleAfterDays,
      @Nullable WrittenSegments segments,
      @Nullable WrittenFeatures features,
      @Nullable List<TableMapping> columns,
      @Nullable Long seed,
      @Nullable PolicyChoices policy) {
    @SuppressWarnings("NullAway") // Jackson gives null for a key that is not there.
    Written {
      if (name == null) {
        throw new IllegalArgumentException("name is missing (expected one such as online-shop)");
      }
      var _ = new ModelName(name);
      if (dataset == null) {
        throw new IllegalArgumentException(
            "dataset is missing (expected the path of a mapping file such as dataset.yaml)");
      }
      if (columns != null && columns.stream().anyMatch(table -> !table.events().isEmpty())) {
        throw new IllegalArgumentException(
            "columns has a table with events (expected attributes only; map events in the mapping file)");
      }
    }

    TrainingOptions options() {
      ModelName model = new ModelName(name);
      TrainingOptions defaults = TrainingOptions.defaults(model);
      long chosenSeed = seed == null ? defaults.seed() : seed;
      SegmentationOptions usual = SegmentationOptions.defaults(chosenSeed);
      return new TrainingOptions(
          model,
          Optional.ofNullable(asOf),
          horizonDays == null ? defaults.horizonDays() : horizonDays,
          coverage == null ? defaults.coverage() : coverage,
          leastConfidence == null ? defaults.leastConfidence() : leastConfidence,
          leastMacroConfidence == null ? defaults.leastMacroConfidence() : leastMacroConfidence,
          staleAfterDays == null ? defaults.staleAfterDays() : staleAfterDays,
          segments == null ? usual : segments.options(usual),
          features == null ? FeatureOptions.DEFAULT : features.options(),
          chosenSeed,
          policy == null ? defaults.policy() : policy,
          segments == null ? MacroRules.NONE : segments.rules(),
          segments == null ? defaults.givenNames() : segments.givenNames());
    }
  }

  /// The keys under `segments`.
  record WrittenSegments(
      @Nullable List<WrittenMacroRule> macro,
      @Nullable Integer most,
      @Nullable Double smallestShare,
      @Nullable SortedMap<String, String> names) {
    WrittenSegments {
      // Refused here, the error has the place of the segments in the file.
      var _ = rules(macro);
    }

    MacroRules rules() {
      return rules(macro);
    }

    private static MacroRules rules(@Nullable List<WrittenMacroRule> macro) {
      return macro == null
          ? MacroRules.NONE
          : new MacroRules(macro.stream().map(WrittenMacroRule::rule).toList());
    }

    SortedMap<String, String> givenNames() {
      return names == null ? Collections.emptySortedMap() : names;
    }

    SegmentationOptions options(SegmentationOptions usual) {
      return new SegmentationOptions(
          most == null ? usual.mostSegments() : most,
          smallestShare == null ? usual.smallestShare() : smallestShare,
          usual.restarts(),
          usual.seed());
    }
  }
}
