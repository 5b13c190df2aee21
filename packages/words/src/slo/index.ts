export { changeText } from './change-text.ts';
export { type ChangeWords, changeWordsIn } from './change-words.ts';
export { type CommitWhyFacts, commitStatusText } from './commit-status.ts';
export { comparePageWords } from './compare-page.ts';
export {
  claimText,
  gapText,
  pointsText,
  verdictText,
  viewNames,
  viewVerdictWords,
} from './compare-views.ts';
export { type EditorWords, editorWordsIn } from './editor-words.ts';
export { type Figures, figuresIn } from './figures.ts';
export { pictureLabels, pictureText, pictureTitle } from './lanes-picture.ts';
export { type NowSlosWords, nowSlosWordsIn } from './now-words.ts';
export { partSentences, partWordsIn } from './part-words.ts';
export { agreedHoldsText, previewNotes } from './preview-words.ts';
export { type ReplayWords, replayWordsIn } from './replay-words.ts';
export * from './review/index.ts';
export { sourceAdvice, sourceStateWords, unparsedText } from './source-state.ts';
export { sourceTrouble } from './source-trouble.ts';
export { whyFired } from './why-fired.ts';
