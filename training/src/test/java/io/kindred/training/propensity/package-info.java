@NullMarked
package io.kindred.training.propensity;

import org.jspecify.annotations.NullMarked;
