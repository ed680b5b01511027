/// The server that listens, and its configuration.
@NullMarked
package io.kindred.serving.server;

import org.jspecify.annotations.NullMarked;
