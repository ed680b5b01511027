@NullMarked
package io.kindred.serving.server;

import org.jspecify.annotations.NullMarked;
