package io.kindred.features;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CustomerIdHashTest {
  private static final byte[] KEY = "a key of sixteen".getBytes(UTF_8);

  @Test
  void itIsTheHmacOfRfc4231() {
    byte[] key = new byte[20];
    Arrays.fill(key, (byte) 0x0b);

    assertThat(CustomerIdHash.withKey(key).of(new CustomerId("Hi There")).value())
        .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  }

  @Test
  void anotherKeyOrIdGivesAnotherWord() {
    CustomerIdHash hash = CustomerIdHash.withKey(KEY);
    CustomerIdHash other = CustomerIdHash.withKey("b key of sixteen".getBytes(UTF_8));

    assertThat(hash.of(new CustomerId("a"))).isEqualTo(hash.of(new CustomerId("a")));
    assertThat(hash.of(new CustomerId("a"))).isNotEqualTo(hash.of(new CustomerId("b")));
    assertThat(hash.of(new CustomerId("a"))).isNotEqualTo(other.of(new CustomerId("a")));
  }

  @Test
  void theKeyIsKept() {
    byte[] key = KEY.clone();
    CustomerIdHash hash = CustomerIdHash.withKey(key);
    CustomerId before = hash.of(new CustomerId("a"));

    key[0]++;

    assertThat(hash.of(new CustomerId("a"))).isEqualTo(before);
  }

  @Test
  void aShortKeyIsRefusedWithoutBeingShown() {
    assertThatThrownBy(() -> CustomerIdHash.withKey("fifteen letters".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the key for hashing ids has 15 bytes (expected at least 16; make one with: openssl rand"
                + " -hex 32)");
  }
}
