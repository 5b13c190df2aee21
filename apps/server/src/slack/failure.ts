import { refusalCard } from '@sekisho/cards';
import {
  contract,
  type ErrorCode,
  type FactsOf,
  type Language,
  type VerbName,
} from '@sekisho/contract';
import { AppError } from '@sekisho/core';
import { bugText, errorText, errorTitle } from '@sekisho/words';
import { foreseen } from '../database-down.ts';
import { cardMessage, type Message } from './message.ts';
import type { Reader } from './reader.ts';
import { labelOf, say } from './words.ts';

/** Why something was not done and what to do, in the reader's language; a bug gives the request's id. */
export function explain(error: unknown, reader: Reader, requestId: string): Message {
  const { language } = reader;
  const expected = foreseen(error);
  if (expected !== null) return explainCode(expected.code, expected.facts, reader);
  const { why, fix } = bugText(requestId, language);
  return cardMessage(refusalCard({ title: 'Sekisho', detail: why, fix }, reader));
}

export function explainCode<Code extends ErrorCode>(
  code: Code,
  facts: FactsOf<Code>,
  {
    language,
    timeZone,
    people,
    link,
  }: Pick<Reader, 'language' | 'timeZone' | 'people'> & {
    /** Where a stranger can say who they are. */
    readonly link?: string | undefined;
  },
): Message {
  const named = nameFacts(facts, (id) => people.find((one) => one.id === id)?.name[language] ?? id);
  const { why, fix } = errorText(code, named as FactsOf<Code>, language, { timeZone });
  const next = link === undefined ? fix : `${linkText(link, language)} ${fix}`;
  return cardMessage(
    refusalCard({ title: errorTitle(code, language), detail: why, fix: next }, { language }),
  );
}

/** The same as one line, for a form. */
export function explainShortly(error: unknown, reader: Reader, requestId: string): string {
  const { language, timeZone } = reader;
  const expected = foreseen(error);
  const { why, fix } =
    expected === null
      ? bugText(requestId, language)
      : errorText(expected.code, expected.facts, language, { timeZone });
  return language === 'ja' ? why + fix : `${why} ${fix}`;
}

/** The same failure, its field named as the form of the verb labels it: nobody types field names into Slack. */
export function inWordsOfForm(error: unknown, verb: VerbName, language: Language): unknown {
  if (!(error instanceof AppError) || !('field' in error.facts)) return error;
  const { facts } = error;
  if (!Object.hasOwn(contract[verb].input.shape, facts.field)) return error;
  const named = { ...facts, field: labelOf(verb, facts.field, language) };
  return new AppError(error.code, named as typeof facts, error);
}

const personal = new Set(['who', 'holder', 'people', 'by', 'to']);

/** Ids of people among the facts of a failure become their names. */
function nameFacts(facts: object, name: (id: string) => string): object {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]: [string, unknown]) => {
      if (!personal.has(key)) return [key, value];
      return [
        key,
        Array.isArray(value) ? value.map((id) => name(String(id))) : name(String(value)),
      ];
    }),
  );
}

function linkText(link: string, language: Language): string {
  return say(
    language,
    `If the roster knows you otherwise, say that this Slack user is you, within 10 minutes: ${link} .`,
    `名簿に登録済みの方は、10 分以内にこのリンクで本人として連携できます: ${link} 。`,
  );
}
