import type { Entry, Language, VerbName } from '@sekisho/contract';
import { errorTitle, isErrorCode } from '../errors/index.ts';
import type { Pair } from '../language.ts';
import { verbTitle, verbWords } from '../verbs/index.ts';
import { type EntryFacts, type EntryOptions, factsOf } from './facts.ts';
import { type TransitionAction, transitionSentences } from './transitions.ts';
import { verbSentences } from './verbs.ts';

export type { EntryOptions } from './facts.ts';
export { type TransitionAction, transitionActions } from './transitions.ts';

type TellableEntry = Pick<
  Entry,
  'actor' | 'action' | 'outcome' | 'subject' | 'lease' | 'environment' | 'data'
>;

/**
 * Tells an entry of the timeline as one sentence. An action it does not know is told by its name.
 *
 * Facts it uses, where `data` has them: `durationSeconds`, `breakGlass`, `bySeconds`, `deadline`, `holdUntil`, `to`,
 * `apply`, `trustDatabase`, `have` and `needed` (approvals), `number`, `instanceId` or `resource`, `ending`, `cost`, `missing`, `holder`,
 * `idleSeconds`, `hash`, and `code` of a refusal.
 */
export function entryText(
  entry: TellableEntry,
  language: Language,
  options: EntryOptions = {},
): string {
  const facts = factsOf(entry, language, options);
  if (entry.outcome === 'refused') return refusal(entry.action, facts);
  const telling =
    own(verbSentences, entry.action as VerbName) ??
    own(transitionSentences, entry.action as TransitionAction);
  return telling === undefined ? plain(entry.action, facts) : telling[language](facts);
}

/** What somebody was refused before any verb was asked. */
const doorTitles: Readonly<Record<string, Pair>> = {
  'door.refused': { en: 'Come in', ja: 'Sekisho の利用' },
};

/** Name of an action for filters and table columns. */
export function actionTitle(action: string, language: Language): string {
  const door = own(doorTitles, action);
  if (door !== undefined) return door[language];
  return Object.hasOwn(verbWords, action) ? verbTitle(action as VerbName, language) : action;
}

function refusal(action: string, facts: EntryFacts): string {
  const { language, who, what } = facts;
  const title = actionTitle(action, language);
  const code = facts.text('code');
  const why = isErrorCode(code) ? errorTitle(code, language) : code;
  if (language === 'ja') {
    return `${who} の操作「${title}」${what === '' ? '' : `(${what})`}を拒否しました${why === '' ? '' : `: ${why}`}。`;
  }
  return `${who} was refused "${title}"${what === '' ? '' : ` on ${what}`}${why === '' ? '' : `: ${why}`}.`;
}

function plain(action: string, { language, who, what }: EntryFacts): string {
  const title = actionTitle(action, language);
  const about = what === '' ? '' : language === 'ja' ? `(${what})` : ` (${what})`;
  return language === 'ja' ? `${who}: ${title}${about}` : `${who}: ${title}${about}`;
}

function own<Key extends string, Value>(
  record: Partial<Record<Key, Value>>,
  key: Key,
): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
