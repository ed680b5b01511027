/// The program that answers: its configuration, its server and its start.
@NullMarked
package io.kindred.serving;

import org.jspecify.annotations.NullMarked;
