/// What tests of several modules share.
@NullMarked
package io.kindred.features.testing;

import org.jspecify.annotations.NullMarked;
