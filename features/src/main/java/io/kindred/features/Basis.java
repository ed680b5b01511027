package io.kindred.features;

/// What kind of knowledge about a customer something is: segments, personas and policy speak of it.
public enum Basis {
  BEHAVIOURAL,
  DEMOGRAPHIC,
  GEOGRAPHIC,
  PSYCHOGRAPHIC,
  TECHNOGRAPHIC,
  FIRMOGRAPHIC,
  SITUATIONAL
}
