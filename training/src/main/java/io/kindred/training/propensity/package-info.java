/// The probability of an event: candidates, choice and calibration.
@NullMarked
package io.kindred.training.propensity;

import org.jspecify.annotations.NullMarked;
