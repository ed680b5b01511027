/// The bundle as a thing one can ship: what it says, its verification, and the registry.
@NullMarked
package io.kindred.models;

import org.jspecify.annotations.NullMarked;
