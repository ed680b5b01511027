package io.kindred.datasets.generator;

import io.kindred.features.AttributeDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes customers whose truth is known.
///
/// Orders are a Poisson process for as long as the customer lives, each customer with a rate of
/// their own and an exponential lifetime (Schmittlein, Morrison & Colombo 1987), so that {@link
/// Truth} is exact and not estimated. Segments differ in everything: rates, money, categories,
/// channels, discounts, returns, visits, messages, profile and survey.
///
/// Each customer is a pure function of the options' seed and their own number, so that customers
/// may be made in any order and by any number of threads.
public final class Generator {
  private static final int CUSTOMERS_A_PART = 4000;

  private final GeneratorOptions options;
  private final Clock clock;
  private final Tempo tempo;

  public Generator(GeneratorOptions options) {
    this.options = options;
    this.clock = Clock.of(options);
    this.tempo = Tempo.of(options, clock);
  }

  /// A pure function of the options.
  public static GeneratedCustomers generate(GeneratorOptions options) {
    return new Generator(options).customers(1, options.customers());
  }

  /// What customers can say of themselves.
  public static List<AttributeDefinition> attributes(GeneratorOptions options) {
    Stream<AttributeDefinition> arm =
        options.twists().experiment() ? Stream.of(Campaign.ARM_ATTRIBUTE) : Stream.empty();
    return Stream.concat(options.scenario().definition().attributeDefinitions(), arm).toList();
  }

  /// The customers of these numbers, from 1; of businesses the companies with their contacts.
  public GeneratedCustomers customers(int first, int last) {
    List<GeneratedCustomers> lives =
        IntStream.rangeClosed(first, last)
            .parallel()
            .mapToObj(number -> new SyntheticLife(number, options, clock, tempo).live())
            .toList();
    List<GeneratedCustomer> customers = new ArrayList<>();
    List<GeneratedAccount> accounts = new ArrayList<>();
    for (GeneratedCustomers life : lives) {
      customers.addAll(life.customers());
      accounts.addAll(life.accounts());
    }
    return new GeneratedCustomers(options, customers, accounts);
  }

  /// How much was written.
  ///
  /// @param customers or companies
  public record Written(int customers, long events) {}

  /// Is told how far writing has come.
  public interface Progress {
    void written(Written soFar);
  }

  /// Writes customers to a folder as they are made, without holding them.
  ///
  /// The folder appears whole or not at all.
  ///
  /// @param folder must not exist, or be empty
  /// @param mostEvents ends with the customer with whom so many known events are reached
  public Written write(Path folder, Layout layout, long mostEvents, Progress progress) {
    Written[] soFar = {new Written(0, 0)};
    GeneratedFolder.write(
        folder,
        options,
        layout,
        writer -> {
          while (soFar[0].customers() < options.customers() && soFar[0].events() < mostEvents) {
            int first = soFar[0].customers() + 1;
            int last = Math.min(first + CUSTOMERS_A_PART - 1, options.customers());
            GeneratedCustomers part = customers(first, last);
            soFar[0] = add(writer, part, soFar[0], mostEvents);
            progress.written(soFar[0]);
          }
        });
    return soFar[0];
  }

  private Written add(
      FolderWriter writer, GeneratedCustomers part, Written before, long mostEvents) {
    int lives = part.accounts().isEmpty() ? part.customers().size() : part.accounts().size();
    if (before.events() + part.events() <= mostEvents) {
      writer.add(part);
      return new Written(before.customers() + lives, before.events() + part.events());
    }
    Written now = before;
    for (int number = before.customers() + 1; now.events() < mostEvents; number++) {
      GeneratedCustomers one = new SyntheticLife(number, options, clock, tempo).live();
      writer.add(one);
      now = new Written(number, now.events() + one.events());
    }
    return now;
  }
}
