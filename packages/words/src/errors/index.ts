import type { ErrorCode, FactsOf } from '@sekisho/contract/errors';
import type { WhyAndFix } from '../catalogue/why-and-fix.ts';
import type { Language } from '../language.ts';
import { accessErrors } from './access.ts';
import { agreementErrors } from './agreements.ts';
import { ciErrors } from './ci.ts';
import { correctionErrors } from './corrections.ts';
import { engineErrors } from './engines.ts';
import { handoverErrors } from './handover.ts';
import { identityErrors } from './identity.ts';
import { inputErrors } from './input.ts';
import { loginErrors } from './login.ts';
import { membershipErrors } from './membership.ts';
import { pageErrors } from './pages.ts';
import { policyErrors } from './policy.ts';
import { recordingErrors } from './recordings.ts';
import { recoveryErrors } from './recovery.ts';
import { replacingErrors } from './replacing.ts';
import { reviewErrors } from './reviews.ts';
import { stateErrors } from './states.ts';
import { systemErrors } from './system.ts';
import { targetErrors } from './targets.ts';
import type { ErrorWordsOf } from './words.ts';

/** Words of every expected failure; a new code does not compile until it has them. */
const errorWords: ErrorWordsOf<ErrorCode> = {
  ...inputErrors,
  ...identityErrors,
  ...loginErrors,
  ...policyErrors,
  ...ciErrors,
  ...accessErrors,
  ...membershipErrors,
  ...handoverErrors,
  ...pageErrors,
  ...agreementErrors,
  ...targetErrors,
  ...correctionErrors,
  ...reviewErrors,
  ...replacingErrors,
  ...recordingErrors,
  ...recoveryErrors,
  ...stateErrors,
  ...systemErrors,
  ...engineErrors,
};

/**
 * Tells an expected failure: one sentence why, the next what to do.
 * @param facts ids of people may be replaced by their names before; moments are ISO 8601
 */
export function errorText<Code extends ErrorCode>(
  code: Code,
  facts: FactsOf<Code>,
  language: Language,
  { timeZone = 'UTC' }: { readonly timeZone?: string } = {},
): WhyAndFix {
  return errorWords[code][language](facts, timeZone);
}

/** Title of a kind of failure, the same for every occurrence. */
export function errorTitle(code: ErrorCode, language: Language): string {
  return errorWords[code].title[language];
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorWords, code);
}

/** What is said about a bug: ours, not the reader's. */
export function bugText(requestId: string, language: Language): WhyAndFix {
  return language === 'ja'
    ? {
        why: 'Sekisho の不具合により、処理を完了できませんでした。',
        fix: `SRE に次の番号を伝えてください: ${requestId}`,
      }
    : {
        why: 'A bug in Sekisho kept this from being done.',
        fix: `Give an SRE this number, which finds the log line: ${requestId}`,
      };
}
