@NullMarked
package io.kindred.serving.service;

import org.jspecify.annotations.NullMarked;
