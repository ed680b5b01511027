/// The server that listens, and its configuration.
@NullMarked
package io.kindred.serving;

import org.jspecify.annotations.NullMarked;
