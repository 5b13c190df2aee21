import type { Language, VerbName } from '@sekisho/contract';
import type { Pair } from '../language.ts';
import { accessWords } from './access.ts';
import { agreementWords } from './agreements.ts';
import { ciWords } from './ci.ts';
import { doctorWords } from './doctor.ts';
import { leaseWords } from './leases.ts';
import { membershipVerbWords } from './membership.ts';
import { opsWords } from './ops.ts';
import { opsViewWords } from './ops-views.ts';
import { recordingWords } from './recordings.ts';
import { recordWords } from './records.ts';
import { recoveryWords } from './recovery.ts';
import { reviewWords } from './reviews.ts';
import { sessionWords } from './sessions.ts';
import { sloWords } from './slo.ts';
import { sloCompareWords } from './slo-compare.ts';
import { sloReplayWords } from './slo-replay.ts';
import type { VerbWords, WordsOf } from './words.ts';

export type { VerbWords } from './words.ts';

/** Words of every verb of the contract; a new verb does not compile until it has them. */
export const verbWords: WordsOf<VerbName> = {
  ...opsWords,
  ...opsViewWords,
  ...leaseWords,
  ...accessWords,
  ...ciWords,
  ...membershipVerbWords,
  ...sloWords,
  ...sloCompareWords,
  ...sloReplayWords,
  ...agreementWords,
  ...reviewWords,
  ...recordWords,
  ...recordingWords,
  ...recoveryWords,
  ...doctorWords,
  ...sessionWords,
};

/** The words of a verb with its fields by any name, for doors that are derived from the contract. */
export function wordsOf(name: VerbName): Omit<VerbWords, 'fields'> & {
  readonly fields: Readonly<Record<string, Pair>>;
} {
  return verbWords[name];
}

export function verbTitle(name: VerbName, language: Language): string {
  return verbWords[name].title[language];
}

export function verbHelp(name: VerbName, language: Language): string {
  return verbWords[name].help[language];
}

/** Help for a field of a verb's input; empty for a field it does not have. */
export function fieldHelp(name: VerbName, field: string, language: Language): string {
  return wordsOf(name).fields[field]?.[language] ?? '';
}

/** What stands before a verb's own word: `ops`, or `ops.sessions`. */
function groupOf(name: VerbName): string {
  return name.slice(0, name.lastIndexOf('.'));
}

/** What else people call a verb; `group` is the part before the dot. */
const synonyms: Readonly<Record<string, VerbName>> = {
  'ops 停止': 'ops.stop',
  'ops 終了': 'ops.stop',
  'ops return': 'ops.stop',
  'ops 依頼': 'ops.start',
  'ops 引継ぎ': 'ops.handover',
  'ops 引継': 'ops.handover',
  'ops 表示': 'ops.show',
  'ops 見積もり': 'ops.quote',
};

/**
 * The verb that a person means by a word after its group: `ops`, `開始` → `ops.start`.
 * Either language is understood whatever the reader's is. Null when no verb is called so.
 */
export function verbOfWord(group: string, word: string): VerbName | null {
  const wanted = word.normalize('NFKC').trim().toLowerCase();
  const names = Object.keys(verbWords) as VerbName[];
  const found = names.find((name) => {
    const { command } = verbWords[name];
    return groupOf(name) === group && (command.en === wanted || command.ja === wanted);
  });
  return found ?? synonyms[`${group} ${wanted}`] ?? null;
}
