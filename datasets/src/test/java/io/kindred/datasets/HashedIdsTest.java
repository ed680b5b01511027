package io.kindred.datasets;

import static io.kindred.datasets.Shop.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.CustomerIdHash;
import io.kindred.features.Event;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ids that are hashed with a key on the way in.
class HashedIdsTest {
  private static final String KEY = "a key of sixteen";
  private static final CustomerIdHash HASH = CustomerIdHash.withKey(KEY.getBytes(UTF_8));

  @TempDir private Path folder;

  @Test
  void customersAndAccountsAreKnownByTheirHashesOnly() {
    Dataset dataset = shop("{keyFile: key.txt}").with("key.txt", KEY + "\n").read();

    Customer ann = dataset.customers().getFirst();
    String hash = HASH.of(new CustomerId("ann")).value();
    assertThat(ann.id().value()).isEqualTo(hash);
    assertThat(ann.account().events())
        .extracting(Event::id)
        .containsExactly(hash + "/visit:rows.csv#2");
  }

  @Test
  void aLineBreakAtTheKeyFilesEndIsNotPartOfTheKey() {
    for (String end : new String[] {"", "\n", "\r\n"}) {
      new Shop(folder).with("key.txt", KEY + end);

      assertThat(inFile().hash(_ -> Optional.empty()).of(new CustomerId("ann")))
          .isEqualTo(HASH.of(new CustomerId("ann")));
    }
  }

  @Test
  void theKeyMayBeInTheEnvironment() {
    assertThat(
            inEnvironment()
                .hash(name -> Optional.ofNullable(Map.of("KINDRED_ID_KEY", KEY).get(name)))
                .of(new CustomerId("ann")))
        .isEqualTo(HASH.of(new CustomerId("ann")));
  }

  @Test
  void aMissingKeyIsRefusedBeforeAnythingIsRead() {
    refused(
        shop("{environment: KINDRED_KEY_THAT_IS_NOT_SET}").with("rows.csv", "nothing like it\n"),
        "hashIds: environment variable KINDRED_KEY_THAT_IS_NOT_SET: not set (expected the key with which"
            + " ids are hashed; set it, or name another in the mapping)");
    refused(
        shop("{keyFile: key.txt}"),
        "hashIds: %s: no such file (expected the key with which ids are hashed; make one with: openssl"
                .formatted(folder.resolve("key.txt"))
            + " rand -hex 32)");
  }

  @Test
  void aShortKeyIsRefusedWithoutBeingShown() {
    assertThatThrownBy(() -> inEnvironment().hash(_ -> Optional.of("secret")))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "hashIds: environment variable KINDRED_ID_KEY: the key for hashing ids has 6 bytes"
                + " (expected at least 16; make one with: openssl rand -hex 32)");
  }

  @Test
  void theKeyIsInOnePlace() {
    refused(
        shop("{keyFile: key.txt, environment: KINDRED_ID_KEY}"),
        "dataset.yaml:3:10: hashIds: expected either keyFile or environment, to say where the key is");
  }

  private IdKeySource inFile() {
    return new IdKeySource(Optional.of("key.txt"), Optional.empty()).from(folder);
  }

  private static IdKeySource inEnvironment() {
    return new IdKeySource(Optional.empty(), Optional.of("KINDRED_ID_KEY"));
  }

  private Shop shop(String hashIds) {
    return new Shop(folder)
        .with("rows.csv", "who,company,when\nann,acme,2025-01-01\n")
        .mapped(
            """
            name: Shop
            accounts: {level: contact}
            hashIds: %s
            tables:
              - files: rows.csv
                customer: who
                account: company
                time: when
                visits: {}
            """
                .formatted(hashIds));
  }
}
