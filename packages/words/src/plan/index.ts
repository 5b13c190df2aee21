export { lostWords } from './lost-words.ts';
export { type PlanPageWords, planWordsIn } from './page-words.ts';
export {
  andMore,
  countFacts,
  driftText,
  planActionNames,
  planActionSigns,
  planProblemText,
  severityGlyphs,
  severityNames,
  valueWords,
} from './plan-words.ts';
export { riskText } from './risk-words.ts';
