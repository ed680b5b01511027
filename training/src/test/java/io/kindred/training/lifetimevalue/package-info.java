/// Tests of the lifetime value models.
@NullMarked
package io.kindred.training.lifetimevalue;

import org.jspecify.annotations.NullMarked;
