@NullMarked
package io.kindred.training;

import org.jspecify.annotations.NullMarked;
