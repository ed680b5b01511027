package io.kindred.training;

import io.kindred.datasets.CustomerStream;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.BatchFeaturizer;
import io.kindred.features.CustomerId;
import io.kindred.features.FeatureNames;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.WordCounts;
import io.kindred.features.WordFamily;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.macro.NamedWord;
import io.kindred.training.macro.WordSource;
import io.kindred.training.segmentation.LeftOutColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which features a data set gives: every built-in and every declared one, and a column for each
/// common word and each that a rule names, less those that were left out and those that say nothing
/// of anyone and that no rule reads.
public final class SchemaChoice {
  private static final int MOST_WORDS = 12;
  private static final double LEAST_SHARE = 0.01;

  private SchemaChoice() {}

  /// The schema, from what was known of some customers at a moment.
  ///
  /// @param counted the customers that decide which words are common and which columns say
  ///   something
  /// @param macro rules whose features stay, however rare or constant they are
  /// @throws IllegalArgumentException where a rule asks for what there is not
  public static FeatureSchema of(
      CustomerStream customers,
      Predicate<CustomerId> counted,
      Instant asOf,
      FeatureOptions options,
      MacroRules macro) {
    return choose(customers, counted, asOf, options, macro).schema();
  }

  /// A schema, and why attributes have no part in it.
  ///
  /// @param leftOut attributes of which nothing is used, though nobody left them out
  record Choice(FeatureSchema schema, List<LeftOutColumn> leftOut) {
    Choice {
      leftOut = List.copyOf(leftOut);
    }
  }

  /// As {@link #of}, with what is not used.
  static Choice choose(
      CustomerStream customers,
      Predicate<CustomerId> counted,
      Instant asOf,
      FeatureOptions options,
      MacroRules macro) {
    FeatureSchema complete = complete(customers, counted, asOf, options, macro);
    options.checkLeftOut(complete.names(), LifetimeValueModel.FEATURES);
    Set<String> ofRules = macro.features(complete);
    options.checkRules(ofRules);
    BatchFeaturizer featurizer = new Featurizer(complete).batch();
    float[] row = new float[complete.size()];
    Columns columns = new Columns(complete.size());
    customers.forEach(
        featurizer,
        customer -> {
          if (counted.test(customer) && !featurizer.isUnknown(asOf)) {
            featurizer.row(asOf, row);
            columns.add(row);
          }
        });
    List<String> kept = new ArrayList<>(LifetimeValueModel.FEATURES);
    for (int i = 0; i < row.length; i++) {
      String name = complete.features().get(i).name();
      if (ofRules.contains(name) || (columns.saysSomething(i) && !options.leavesOut(name))) {
        kept.add(name);
      }
    }
    FeatureSchema schema = complete.only(kept);
    if (!macro.isEmpty()) {
      // A rule that nobody can meet is refused before anything is fitted.
      var _ = macro.resolve(schema);
    }
    List<LeftOutColumn> leftOut = new ArrayList<>();
    for (AttributeDefinition attribute : customers.attributes()) {
      int[] own =
          IntStream.range(0, row.length)
              .filter(i -> FeatureNames.isOf(complete.names().get(i), attribute))
              .toArray();
      if (Arrays.stream(own)
          .mapToObj(complete.names()::get)
          .noneMatch(name -> kept.contains(name) || options.leavesOut(name))) {
        leftOut.add(columns.saysNothing(attribute, own));
      }
    }
    return new Choice(schema, leftOut);
  }

  /// Every built-in and declared feature, and a column for each common word and each that a rule
  /// names.
  private static FeatureSchema complete(
      CustomerStream customers,
      Predicate<CustomerId> counted,
      Instant asOf,
      FeatureOptions options,
      MacroRules macro) {
    WordCounts counts = words(customers, counted, asOf);
    List<NamedWord> named = macro.words(customers.attributes());
    named.forEach(word -> word.check(counts));
    Map<WordFamily, List<String>> words = new EnumMap<>(WordFamily.class);
    for (WordFamily family : WordFamily.values()) {
      words.put(family, chosen(new WordSource.OfFamily(family), counts, named));
    }
    SequencedMap<AttributeDefinition, List<String>> attributes = new LinkedHashMap<>();
    for (AttributeDefinition attribute : customers.attributes()) {
      attributes.put(attribute, chosen(new WordSource.OfAttribute(attribute), counts, named));
    }
    return FeatureSchema.complete(
        customers.zone(),
        customers.currency(),
        attributes,
        words,
        options.declared(),
        customers.hasAccounts());
  }

  /// The common words of a source, and those that rules name.
  private static List<String> chosen(WordSource source, WordCounts counts, List<NamedWord> named) {
    return Stream.concat(
            source.mostCommon(counts, LEAST_SHARE, MOST_WORDS).stream(),
            named.stream().filter(word -> word.source().equals(source)).map(NamedWord::word))
        .distinct()
        .toList();
  }

  /// As few features as it takes to look at words, the accounts' too.
  private static FeatureSchema withoutWords(CustomerStream customers) {
    String any = FeatureNames.DAYS_SINCE_FIRST_ORDER;
    return FeatureSchema.of(
        customers.zone(),
        customers.currency(),
        customers.attributes(),
        List.of(),
        customers.hasAccounts() ? List.of(any, FeatureNames.ACCOUNT + any) : List.of(any));
  }

  /// The words of all that was ever known of some customers.
  public static WordCounts words(
      CustomerStream customers, Predicate<CustomerId> counted, Instant asOf) {
    BatchFeaturizer featurizer = new Featurizer(withoutWords(customers)).batch();
    WordCounts counts = new WordCounts(customers.attributes());
    customers.forEach(
        featurizer,
        customer -> {
          if (counted.test(customer)) {
            counts.add(featurizer, asOf);
          }
        });
    return counts;
  }

  /// Of each column, whether it is known for at least one of a hundred customers and not the same
  /// for all.
  private static final class Columns {
    private final int[] known;
    private final float[] first;
    private final boolean[] differs;
    private int rows;

    Columns(int size) {
      known = new int[size];
      first = new float[size];
      differs = new boolean[size];
      Arrays.fill(first, Float.NaN);
    }

    void add(float[] row) {
      rows++;
      for (int i = 0; i < row.length; i++) {
        if (!Float.isNaN(row[i])) {
          known[i]++;
          if (Float.isNaN(first[i])) {
            first[i] = row[i];
          }
          differs[i] |= row[i] != first[i];
        }
      }
    }

    /// Why nothing of an attribute is used.
    LeftOutColumn saysNothing(AttributeDefinition attribute, int[] own) {
      String name = FeatureNames.ATTRIBUTE + attribute.name();
      if (own.length == 0) {
        return new LeftOutColumn(
            name,
            LeftOutColumn.Reason.TOO_FEW_KNOWN,
            "None of its words is known of one in a hundred of %d customers.".formatted(rows));
      }
      int most = Arrays.stream(own).map(i -> known[i]).max().orElseThrow();
      return most < LEAST_SHARE * rows || most == 0
          ? new LeftOutColumn(
              name,
              LeftOutColumn.Reason.TOO_FEW_KNOWN,
              "Known for %d of %d customers; one in a hundred is needed.".formatted(most, rows))
          : LeftOutColumn.constant(name);
    }

    boolean saysSomething(int column) {
      return differs[column] && known[column] >= LEAST_SHARE * rows;
    }
  }
}
