import type { OpsLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { sessionsRecordedWords } from '@sekisho/words/recordings';
import type { Part } from './card.ts';
import type { CardOptions } from './options.ts';

/** What of sessions on a server is recorded, and what is not; nothing once it is over. */
export function recordingParts(
  { sessionsRecorded, state }: OpsLease,
  { language }: Pick<CardOptions, 'language'>,
): Part[] {
  if (sessionsRecorded === undefined || isFinal(state)) return [];
  return [{ type: 'facts', facts: [sessionsRecordedWords[sessionsRecorded][language]] }];
}
