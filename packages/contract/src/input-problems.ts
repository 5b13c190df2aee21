/** What can be wrong with one field of an input. */
export const inputProblems = [
  'missing',
  'empty',
  'unknown-field',
  'too-short',
  'too-long',
  'too-many',
  'too-few',
  'too-big',
  'too-small',
  'not-one-of',
  'wrong-type',
  'wrong-form',
  'no-such-scope',
  'not-good',
] as const;
export type InputProblem = (typeof inputProblems)[number];

/** Why a correction cannot be asked for as it stands. */
export const correctionProblems = [
  'names-nothing',
  'names-both',
  'several-services',
  'no-span',
  'two-spans',
  'half-span',
  'half-rule',
  'empty-span',
  'too-long',
  'too-far-back',
  'too-far-ahead',
  'occurrence-too-long',
  'bad-rule',
  'bad-start',
  'bad-time-zone',
  'too-many',
  'too-much',
  'never',
] as const;
export type CorrectionProblem = (typeof correctionProblems)[number];
