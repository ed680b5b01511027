/// A bundle that a hand can compute, and servers around it.
@NullMarked
package io.kindred.serving.testing;

import org.jspecify.annotations.NullMarked;
