@NullMarked
package io.kindred.training.metrics;

import org.jspecify.annotations.NullMarked;
