package io.kindred.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Puts in an id's place a word that only whoever has the key can make again: the HMAC-SHA256 (RFC
/// 2104) of the id in UTF-8, in lower-case hexadecimal.
///
/// Whoever trains and whoever serves must have the same key, or the same customer is two.
public final class CustomerIdHash {
  public static final int FEWEST_KEY_BYTES = 16;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private CustomerIdHash(SecretKeySpec key) {
    this.key = key;
  }

  public static CustomerIdHash withKey(byte[] key) {
    if (key.length < FEWEST_KEY_BYTES) {
      throw new IllegalArgumentException(
          "the key for hashing ids has %d bytes (expected at least %d; make one with: openssl rand"
                  .formatted(key.length, FEWEST_KEY_BYTES)
              + " -hex 32)");
    }
    return new CustomerIdHash(new SecretKeySpec(key, ALGORITHM));
  }

  public CustomerId of(CustomerId id) {
    try {
      // A Mac is not safe to share between threads, and a service hashes in many.
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return new CustomerId(HexFormat.of().formatHex(mac.doFinal(id.value().getBytes(UTF_8))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
