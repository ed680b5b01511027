@NullMarked
package io.kindred.serving.command;

import org.jspecify.annotations.NullMarked;
