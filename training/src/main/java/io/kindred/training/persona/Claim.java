package io.kindred.training.persona;

import io.kindred.models.Text;

/// What can be said of a feature, but for how much of it there is.
///
/// @param sentence with `{more}` and `{than}` where the comparison goes, and `{word}` where the
///   word of the data goes
/// @param word of the data, such as a category; empty where the sentence has none
record Claim(Comparative comparative, Text sentence, Text word) {}
