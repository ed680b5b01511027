@NullMarked
package io.kindred.training.policy;

import org.jspecify.annotations.NullMarked;
