package io.kindred.features;

import java.util.Arrays;

/// How often each word of one field occurred, and with how much money: categories of what was
/// bought, channels of orders, devices of visits.
final class WordTally implements Accumulator {
  private final Kinds kinds;
  private final int slot;
  private int[] counts = new int[16];
  private double[] amounts = new double[16];
  // Words met, in the order of the rows, so that sums over them do not hang on their numbers.
  private int[] met = new int[16];
  private int metWords;
  private int count;
  private double amount;
  private int last;

  WordTally(Kinds kinds, WordField field) {
    this.kinds = kinds;
    this.slot = field.slot();
  }

  @Override
  public boolean wants(int kind) {
    return kinds.has(kind);
  }

  @Override
  public void clear() {
    for (int i = 0; i < metWords; i++) {
      counts[met[i]] = 0;
      amounts[met[i]] = 0;
    }
    metWords = 0;
    count = 0;
    amount = 0;
    last = Vocabulary.EMPTY;
  }

  @Override
  public void add(EventColumns rows, int row, int age) {
    if (kinds.isHeading(rows, row)) {
      return;
    }
    int word = rows.word(row, slot);
    if (word >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(word + 1, 2 * counts.length));
      amounts = Arrays.copyOf(amounts, counts.length);
    }
    if (counts[word]++ == 0) {
      if (metWords == met.length) {
        met = Arrays.copyOf(met, 2 * metWords);
      }
      met[metWords++] = word;
    }
    double money = rows.amount[row];
    amounts[word] += money;
    count++;
    amount += money;
    if (word != Vocabulary.EMPTY) {
      last = word;
    }
  }

  /// All rows, those without a word among them.
  int count() {
    return count;
  }

  int count(int word) {
    return word < counts.length ? counts[word] : 0;
  }

  double amount() {
    return amount;
  }

  double amount(int word) {
    return word < amounts.length ? amounts[word] : 0;
  }

  /// The word of the latest row that has one; the empty word where none has.
  int last() {
    return last;
  }

  int distinct() {
    int distinct = 0;
    for (int i = 0; i < metWords; i++) {
      if (met[i] != Vocabulary.EMPTY) {
        distinct++;
      }
    }
    return distinct;
  }

  /// The word of most rows, of several the one met first; the empty word where none has one.
  int mostFrequent() {
    int most = Vocabulary.EMPTY;
    int highest = 0;
    for (int i = 0; i < metWords; i++) {
      if (met[i] != Vocabulary.EMPTY && counts[met[i]] > highest) {
        highest = counts[met[i]];
        most = met[i];
      }
    }
    return most;
  }

  /// The most frequent word's share of the rows that have a word; NaN where there is none.
  double mostFrequentShare() {
    int most = mostFrequent();
    return Ratio.of(most == Vocabulary.EMPTY ? 0 : counts[most], count - count(Vocabulary.EMPTY));
  }

  /// The word with most money, of several the one met first; the empty word where none has money.
  int dearest() {
    int dearest = Vocabulary.EMPTY;
    double highest = 0;
    for (int i = 0; i < metWords; i++) {
      if (met[i] != Vocabulary.EMPTY && amounts[met[i]] > highest) {
        highest = amounts[met[i]];
        dearest = met[i];
      }
    }
    return dearest;
  }

  /// The dearest word's share of the money that has a word; NaN where there is none.
  double dearestShare() {
    int dearest = dearest();
    return dearest == Vocabulary.EMPTY ? Double.NaN : amounts[dearest] / amountOfWords();
  }

  /// Simpson's diversity `1 - sum of share^2` of the money that has a word: 0 for one word only,
  /// near 1 for many alike; NaN where there is no money.
  double diversity() {
    double all = amountOfWords();
    double squares = 0;
    for (int i = 0; i < metWords; i++) {
      if (met[i] != Vocabulary.EMPTY) {
        squares += amounts[met[i]] * amounts[met[i]];
      }
    }
    return all > 0 ? Math.max(1 - squares / (all * all), 0) : Double.NaN;
  }

  private double amountOfWords() {
    double sum = 0;
    for (int i = 0; i < metWords; i++) {
      if (met[i] != Vocabulary.EMPTY) {
        sum += amounts[met[i]];
      }
    }
    return sum;
  }
}
