/// The interface `kindred.v1`: the one package that knows its generated messages.
@NullMarked
package io.kindred.serving.service;

import org.jspecify.annotations.NullMarked;
