import type { Language } from '@sekisho/contract';
import { httpStatuses } from '@sekisho/contract';
import type { AppError } from '@sekisho/core';
import { bugText, errorText, errorTitle } from '@sekisho/words';
import { foreseen } from './database-down.ts';
import { DoorRefusal } from './door-refusal.ts';

/** For whom a failure is told. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

/** A failure in a reader's words. */
export interface Told {
  readonly status: number;
  /** Stable code, or `bug`. */
  readonly code: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Ours, to be logged with its trace. */
  readonly bug: boolean;
}

/** Tells whatever was thrown; what nobody expected is told as a bug that `requestId` finds in the log. */
export function tell(error: unknown, reader: Reader, requestId: string): Told {
  if (error instanceof DoorRefusal) return tellRefusal(error, reader);
  const expected = foreseen(error);
  if (expected !== null) return tellExpected(expected, reader);
  const { why, fix } = bugText(requestId, reader.language);
  const title = reader.language === 'ja' ? 'Sekisho の不具合' : 'A bug in Sekisho';
  return { status: 500, code: 'bug', title, why, fix, headers: {}, bug: true };
}

function tellExpected(error: AppError, { language, timeZone }: Reader): Told {
  const { code, facts } = error;
  const retry = 'retryAfterSeconds' in facts ? facts.retryAfterSeconds : undefined;
  return {
    status: httpStatuses[error.class],
    code,
    title: errorTitle(code, language),
    ...errorText(code, facts, language, { timeZone }),
    facts: { ...facts },
    headers: {
      ...(retry === undefined ? {} : { 'retry-after': String(retry) }),
      ...(error.class === 'unauthenticated' ? { 'www-authenticate': 'Bearer' } : {}),
    },
    bug: false,
  };
}

function tellRefusal({ details }: DoorRefusal, { language }: Reader): Told {
  const { status, field, value, why, fix, headers = {} } = details;
  return {
    status,
    code: 'bad-input',
    title: errorTitle('bad-input', language),
    why: why[language],
    fix: fix[language],
    facts: { field, value: value.slice(0, 200) },
    headers,
    bug: false,
  };
}
