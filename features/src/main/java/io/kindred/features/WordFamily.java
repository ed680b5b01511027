package io.kindred.features;

import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;
import static io.kindred.features.MeasurementScale.YES_NO;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Features that have a column for each common word, such as a product category: shares of money or
/// of events, favourites, and counts of a company's own events.
public enum WordFamily {
  CATEGORY("category_share:", Kinds.orderLines(), WordField.CATEGORY) {
    @Override
    FeatureDefinition column(String word) {
      return shareOfMoney(
          word, "Share of the money that went to %s; unknown before money was ordered.");
    }
  },
  FAVOURITE_CATEGORY("favourite_category:", Kinds.orderLines(), WordField.CATEGORY) {
    @Override
    FeatureDefinition column(String word) {
      return favourite(
          word, "Whether most money went to the category %s; unknown before money was ordered.");
    }
  },
  PRODUCT("product_share:", Kinds.orderLines(), WordField.PRODUCT) {
    @Override
    FeatureDefinition column(String word) {
      return shareOfMoney(
          word,
          "Share of the money that went to the product %s; unknown before money was ordered.");
    }
  },
  CHANNEL("channel_share:", Kinds.of(EventKind.ORDER), WordField.CHANNEL) {
    @Override
    FeatureDefinition column(String word) {
      return share(word, "Share of the orders placed by %s; unknown before the first.");
    }
  },
  PREFERRED_CHANNEL("preferred_channel:", Kinds.of(EventKind.ORDER), WordField.CHANNEL) {
    @Override
    FeatureDefinition column(String word) {
      return mostFrequent(
          word, "Whether most orders were placed by %s; unknown before an order with a channel.");
    }
  },
  STORE("store_share:", Kinds.of(EventKind.ORDER), WordField.STORE) {
    @Override
    FeatureDefinition column(String word) {
      return share(word, "Share of the orders placed in the store %s; unknown before the first.");
    }
  },
  VISIT_CHANNEL("visit_channel_share:", Kinds.of(EventKind.VISIT), WordField.CHANNEL) {
    @Override
    FeatureDefinition column(String word) {
      return share(word, "Share of the visits by %s; unknown before the first.");
    }
  },
  DEVICE("device_share:", Kinds.of(EventKind.VISIT), WordField.DEVICE) {
    @Override
    FeatureDefinition column(String word) {
      return share(word, "Share of the visits with the device %s; unknown before the first.");
    }
  },
  REFERRER("referrer_share:", Kinds.of(EventKind.VISIT), WordField.REFERRER) {
    @Override
    FeatureDefinition column(String word) {
      return share(word, "Share of the visits led by %s; unknown before the first.");
    }
  },
  MESSAGE_OPENS("message_open_share:", Kinds.of(EventKind.MESSAGE_SENT), WordField.CHANNEL) {
    @Override
    FeatureDefinition column(String word) {
      return response(
          word,
          EventKind.MESSAGE_OPENED,
          "Messages by %s opened over those sent, at most 1; unknown before the first.");
    }
  },
  MESSAGE_CLICKS("message_click_share:", Kinds.of(EventKind.MESSAGE_SENT), WordField.CHANNEL) {
    @Override
    FeatureDefinition column(String word) {
      return response(
          word,
          EventKind.MESSAGE_CLICKED,
          "Messages by %s clicked over those sent, at most 1; unknown before the first.");
    }
  },
  PLAN(
      "plan:",
      Kinds.of(
          EventKind.SUBSCRIPTION_STARTED,
          EventKind.SUBSCRIPTION_RENEWED,
          EventKind.SUBSCRIPTION_CANCELLED),
      WordField.PLAN) {
    @Override
    FeatureDefinition column(String word) {
      return behavioural(
          beginning() + word,
          YES_NO,
          "yes_no",
          "Whether the subscription is of the plan %s; unknown without a running one."
              .formatted(word),
          fold -> {
            SubscriptionTally subscription = fold.subscription();
            int plan = fold.vocabulary().code(word);
            return () -> subscription.active() ? subscription.plan() == plan ? 1 : 0 : Double.NaN;
          });
    }
  },
  CUSTOM_EVENT("event_count:", Kinds.of(EventKind.CUSTOM), WordField.NAME) {
    @Override
    FeatureDefinition column(String word) {
      return behavioural(
          beginning() + word,
          SKEWED,
          "events",
          "Events %s so far.".formatted(word),
          fold -> {
            Tally tally =
                fold.tally(Kinds.of(EventKind.CUSTOM), Filter.of(WordField.NAME, List.of(word)));
            return tally::count;
          });
    }
  };

  private final String beginning;

  @SuppressWarnings("ImmutableEnumChecker") // a record of one number
  private final Kinds kinds;

  private final WordField field;

  WordFamily(String beginning, Kinds kinds, WordField field) {
    this.beginning = beginning;
    this.kinds = kinds;
    this.field = field;
  }

  /// How the names of its features begin: `category_share:`.
  public String beginning() {
    return beginning;
  }

  /// The field whose words it has columns of.
  public WordField field() {
    return field;
  }

  /// Whether its features say yes or no of their word.
  public boolean isYesNo() {
    return column("").feature().scale() == YES_NO;
  }

  /// Whether an event of a kind may have a word with a column here.
  public boolean takes(EventKind kind) {
    return takes(kind.code());
  }

  /// Whether a row of a kind may have a word with a column here.
  boolean takes(int kind) {
    return kinds.has(kind);
  }

  /// Whether a row is an order whose lines are taken instead.
  boolean isHeading(EventColumns rows, int row) {
    return kinds.isHeading(rows, row);
  }

  /// The family of a feature's name.
  static Optional<WordFamily> of(String name) {
    return Stream.of(values()).filter(family -> name.startsWith(family.beginning)).findFirst();
  }

  abstract FeatureDefinition column(String word);

  FeatureDefinition shareOfMoney(String word, String description) {
    return portrait(
        word, description, (words, code) -> Ratio.of(words.amount(code), words.amount()));
  }

  FeatureDefinition share(String word, String description) {
    return portrait(word, description, (words, code) -> Ratio.of(words.count(code), words.count()));
  }

  FeatureDefinition favourite(String word, String description) {
    return choice(word, description, WordTally::dearest);
  }

  FeatureDefinition mostFrequent(String word, String description) {
    return choice(word, description, WordTally::mostFrequent);
  }

  /// A number of one word among those of the field.
  private interface OfWord {
    double value(WordTally words, int code);
  }

  private FeatureDefinition portrait(String word, String description, OfWord share) {
    return behavioural(
        beginning + word, CONTINUOUS, "share", description.formatted(word), of(word, share));
  }

  /// Whether the word is the one chosen; unknown where none is.
  private FeatureDefinition choice(
      String word, String description, ToIntFunction<WordTally> chosen) {
    return signal(
        beginning + word,
        YES_NO,
        "yes_no",
        description.formatted(word),
        of(
            word,
            (words, code) -> {
              int found = chosen.applyAsInt(words);
              return found == Vocabulary.EMPTY ? Double.NaN : found == code ? 1 : 0;
            }));
  }

  private FeatureDefinition.Formula of(String word, OfWord value) {
    return fold -> {
      WordTally words = fold.words(kinds, field);
      int code = fold.vocabulary().code(word);
      return () -> value.value(words, code);
    };
  }

  FeatureDefinition response(String word, EventKind answer, String description) {
    return signal(
        beginning + word,
        CONTINUOUS,
        "share",
        description.formatted(word),
        fold -> {
          WordTally sent = fold.words(kinds, field);
          WordTally answers = fold.words(Kinds.of(answer), field);
          int code = fold.vocabulary().code(word);
          return () -> Ratio.share(answers.count(code), sent.count(code));
        });
  }
}
