/// The start of the program that answers.
@NullMarked
package io.kindred.serving;

import org.jspecify.annotations.NullMarked;
