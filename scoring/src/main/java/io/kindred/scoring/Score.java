package io.kindred.scoring;

import io.kindred.models.BundleId;
import io.kindred.models.Outputs;
import java.time.Instant;

/// What a bundle says of a customer as of a moment.
public record Score(BundleId bundle, Instant asOf, Decision decision, Outputs outputs) {}
