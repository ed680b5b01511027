@NullMarked
package io.kindred.training.command;

import org.jspecify.annotations.NullMarked;
