export type { ReviewReader } from './action-line.ts';
export { reviewMarkdown } from './markdown.ts';
export { type ReviewPageWords, reviewWordsIn } from './page-words.ts';
export {
  causeNames,
  causeTitle,
  hintText,
  reviewGlyphs,
  reviewStateNames,
} from './review-names.ts';
