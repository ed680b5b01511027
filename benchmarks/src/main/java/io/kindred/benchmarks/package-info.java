/// What things cost.
@NullMarked
package io.kindred.benchmarks;

import org.jspecify.annotations.NullMarked;
