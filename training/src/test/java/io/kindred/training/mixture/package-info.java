@NullMarked
package io.kindred.training.mixture;

import org.jspecify.annotations.NullMarked;
