/// The preflight: what is in the data, and whether it suffices to train.
@NullMarked
package io.kindred.training.check;

import org.jspecify.annotations.NullMarked;
