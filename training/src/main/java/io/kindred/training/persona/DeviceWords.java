package io.kindred.training.persona;

import io.kindred.models.Text;
import java.util.Map;

/// How one speaks of a device.
///
/// @param on how visits are made, such as `on a phone`
/// @param users such as `phone users`
record DeviceWords(Text on, Text users) {
  private static final DeviceWords PHONE =
      device("on a phone", "i mobilen", "phone users", "mobilbesökare");
  private static final DeviceWords COMPUTER =
      device("on a computer", "på dator", "computer users", "datorbesökare");

  /// The devices that most visits come from.
  private static final Map<String, DeviceWords> DEVICES =
      Map.of(
          "phone",
          PHONE,
          "mobile",
          PHONE,
          "desktop",
          COMPUTER,
          "computer",
          COMPUTER,
          "laptop",
          device("on a laptop", "på bärbar dator", "laptop users", "laptopbesökare"),
          "tablet",
          device("on a tablet", "på surfplatta", "tablet users", "surfplattebesökare"),
          "tv",
          device("on a TV", "på tv", "TV users", "tv-besökare"));

  static DeviceWords of(String device) {
    return DEVICES.getOrDefault(
        device, device("on " + device, "på " + device, device + " users", device + "-besökare"));
  }

  private static DeviceWords device(
      String english, String swedish, String englishUsers, String swedishUsers) {
    return new DeviceWords(new Text(english, swedish), new Text(englishUsers, swedishUsers));
  }
}
