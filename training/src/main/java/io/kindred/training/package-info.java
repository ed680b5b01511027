/// From a data set to a bundle, a step at a time.
@NullMarked
package io.kindred.training;

import org.jspecify.annotations.NullMarked;
