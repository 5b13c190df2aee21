import type { CommonOutcome, DoctorCode, Finding, FindingLevel, Language } from '@sekisho/contract';
import type { Pair } from '../language.ts';
import { accountWords } from './account-words.ts';
import { capacityWords } from './capacity-words.ts';
import type { CheckWords, OutcomeWords, WordsOfChecks } from './check-words.ts';
import { databaseWords } from './database-words.ts';
import { engineWords } from './engine-words.ts';
import { fileWords } from './file-words.ts';
import { type FixPart, oneWord, partsOf } from './fix.ts';
import { houseWords } from './house-words.ts';
import { keepingWords } from './keeping-words.ts';
import { machineWords } from './machine-words.ts';
import { roleWords } from './role-words.ts';
import { serviceWords } from './service-words.ts';
import { templateWords } from './template-words.ts';
import { unreadFix } from './unread-words.ts';
import { useWords } from './use-words.ts';

export type { CheckWords, OutcomeWords } from './check-words.ts';
export { doctorPage } from './page-words.ts';

/** How every check of `sekisho doctor` is told of; a new one does not compile until it has words. */
export const checkWords: WordsOfChecks<DoctorCode> = {
  ...machineWords,
  ...fileWords,
  ...databaseWords,
  ...houseWords,
  ...keepingWords,
  ...serviceWords,
  ...accountWords,
  ...templateWords,
  ...roleWords,
  ...capacityWords,
  ...useWords,
  ...engineWords,
};

const commonWords: Readonly<Record<CommonOutcome, OutcomeWords>> = {
  blocked: {
    seen: { en: 'not looked at: {by} comes first', ja: '未確認です(先に {by} を直してください)' },
  },
  unread: {
    seen: { en: 'could not be looked at: {detail}', ja: '確認できません: {detail}' },
  },
  unfinished: {
    seen: { en: 'no answer within {seconds} s', ja: '{seconds} 秒以内に応答がありません' },
    fix: {
      en: 'Run it again for this alone: sekisho doctor --only {code}',
      ja: 'この項目だけ再実行してください: sekisho doctor --only {code}',
    },
  },
};

export const levelWords: Readonly<Record<FindingLevel, Pair>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  skipped: { en: 'skipped', ja: '未確認' },
  info: { en: 'note', ja: '情報' },
  ok: { en: 'ok', ja: '正常' },
};

/** What a finding says in somebody's language; `fix` is null where nothing has to be done. */
export interface FindingText {
  readonly seen: string;
  readonly why: string;
  readonly fix: string | null;
}

/** Tells of a finding. A code or outcome that this version does not know is told by its name. */
export function findingText(finding: Finding, language: Language): FindingText {
  const check = checkOf(finding);
  const parts = fixParts(finding, language);
  return {
    seen: filled(wordsOf(finding).seen[language], finding),
    why: check?.why[language] ?? '',
    fix: parts.length === 0 ? null : parts.map(({ text }) => text).join(''),
  };
}

/** What to do about a finding, with the commands in it told apart; none where nothing has to be done. */
export function fixParts(finding: Finding, language: Language): readonly FixPart[] {
  const { fix } = wordsOf(finding);
  if (fix === undefined) return [];
  return partsOf(fix, language).map(({ text, isCommand }) => ({
    text: filled(text, finding, isCommand ? oneWord : undefined),
    isCommand,
  }));
}

function checkOf({ code }: Finding): CheckWords | undefined {
  return Object.hasOwn(checkWords, code) ? checkWords[code] : undefined;
}

function wordsOf(finding: Finding): OutcomeWords {
  const { outcome } = finding;
  if (outcome === 'unread') return { ...commonWords.unread, fix: unreadFix(finding.code) };
  if (Object.hasOwn(commonWords, outcome)) return commonWords[outcome as CommonOutcome];
  const own: Readonly<Record<string, OutcomeWords>> = checkOf(finding)?.outcomes ?? {};
  return (Object.hasOwn(own, outcome) ? own[outcome] : undefined) ?? unknown(outcome);
}

function unknown(outcome: string): OutcomeWords {
  return { seen: { en: outcome, ja: outcome } };
}

function filled(
  sentence: string,
  { code, facts }: Finding,
  written: (fact: string) => string = (fact) => fact,
): string {
  const known: Finding['facts'] = { code, ...facts };
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(known, name) ? written(String(known[name])) : '-',
  );
}
