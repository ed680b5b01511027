@NullMarked
package io.kindred.serving.text;

import org.jspecify.annotations.NullMarked;
