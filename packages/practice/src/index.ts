export * from './aws/index.ts';
export { PRACTICE_SLACK_SEED, type PracticeSlack, startPracticeSlack } from './slack/index.ts';
