@NullMarked
package io.kindred.serving;

import org.jspecify.annotations.NullMarked;
