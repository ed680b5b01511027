package io.kindred.training.persona;

import io.kindred.features.FeatureTable;
import io.kindred.features.WordFamily;
import io.kindred.models.Persona;
import io.kindred.models.Persona.ChannelShare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Where a segment's customers order, by the features that hold shares of orders by channel.
final class Channels {
  private static final String ORDERS = "order_count";

  private Channels() {}

  /// Each channel that at least 20 of the segment's customers ordered through, the largest first.
  static List<ChannelShare> of(Population population, Profiles profiles, int segment) {
    FeatureTable table = population.table();
    List<String> names = table.schema().names();
    List<ChannelShare> channels = new ArrayList<>();
    for (int f = 0; f < names.size(); f++) {
      String name = names.get(f);
      Profile own = profiles.own(segment, f);
      if (name.startsWith(WordFamily.CHANNEL.beginning())
          && own.isKnownOfEnough()
          && own.bearers() >= Persona.FEWEST_CUSTOMERS) {
        channels.add(
            new ChannelShare(
                name.substring(WordFamily.CHANNEL.beginning().length()),
                Rounded.toHundredths(
                    share(table, population.members(segment), f, names.indexOf(ORDERS)))));
      }
    }
    channels.removeIf(channel -> channel.share() == 0);
    channels.sort(
        Comparator.comparingDouble(ChannelShare::share)
            .reversed()
            .thenComparing(ChannelShare::channel));
    return channels;
  }

  /// The channel's share of all orders together; where orders are not counted, of each customer's.
  private static double share(FeatureTable table, int[] members, int channel, int orders) {
    double[] through =
        Arrays.stream(members)
            .filter(row -> isKnown(table, row, channel, orders))
            .mapToDouble(row -> (double) table.value(row, channel) * weight(table, row, orders))
            .sorted()
            .toArray();
    double[] all =
        Arrays.stream(members)
            .filter(row -> isKnown(table, row, channel, orders))
            .mapToDouble(row -> weight(table, row, orders))
            .sorted()
            .toArray();
    double whole = Arrays.stream(all).sum();
    return whole > 0 ? Arrays.stream(through).sum() / whole : 0;
  }

  private static boolean isKnown(FeatureTable table, int row, int channel, int orders) {
    return !Float.isNaN(table.value(row, channel)) && !Double.isNaN(weight(table, row, orders));
  }

  private static double weight(FeatureTable table, int row, int orders) {
    return orders < 0 ? 1 : table.value(row, orders);
  }
}
