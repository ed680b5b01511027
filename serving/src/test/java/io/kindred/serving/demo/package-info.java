@NullMarked
package io.kindred.serving.demo;

import org.jspecify.annotations.NullMarked;
