/* What the command line says of SLOs; it does not load the sentences of the timeline for it. */
export {
  claimText,
  gapText,
  verdictText,
  viewNames,
  viewVerdictWords,
} from './compare-views.ts';
export { agreedHoldsText, previewNotes } from './preview-words.ts';
export {
  causeNames,
  causeTitle,
  hintText,
  reviewGlyphs,
  reviewStateNames,
} from './review/review-names.ts';
export { sourceAdvice, sourceStateWords, unparsedText } from './source-state.ts';
export { sourceTrouble } from './source-trouble.ts';
export { whyFired } from './why-fired.ts';
