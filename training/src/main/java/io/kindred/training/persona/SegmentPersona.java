package io.kindred.training.persona;

import io.kindred.models.Persona;
import io.kindred.models.Text;

/// A segment's customers as training sees them.
///
/// @param share of all customers
/// @param suggestedName no other segment has it
public record SegmentPersona(int customers, double share, Text suggestedName, Persona persona) {}
