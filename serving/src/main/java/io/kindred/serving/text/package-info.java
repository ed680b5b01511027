/// Words and numbers for people who read a terminal.
@NullMarked
package io.kindred.serving.text;

import org.jspecify.annotations.NullMarked;
