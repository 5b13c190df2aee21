import type { Finding, FindingCode } from '@sekisho/objectives/doctor';
import type { Language } from '@sekisho/words/language';
import { fill } from '../../../../print/fill.ts';
import { count, percent, span, targetText } from '../../report/figures.ts';
import { eventWords } from './event-words.ts';
import type { FindingWords } from './finding-words.ts';
import { graphqlWords } from './graphql-words.ts';
import { metricWords } from './metric-words.ts';
import { sourceWords } from './source-words.ts';
import { valueWords } from './value-words.ts';

const words: Readonly<Record<FindingCode, FindingWords>> = {
  ...metricWords,
  ...valueWords,
  ...eventWords,
  ...graphqlWords,
  ...sourceWords,
};

/** What is said of one finding. */
export interface FindingText {
  readonly title: string;
  readonly seen: string;
  readonly why: string;
  readonly act: string;
}

/** @see FindingText */
export function findingText(finding: Finding, language: Language): FindingText {
  const { title, seen, why, act } = words[finding.code];
  const facts = factsOf(finding, language);
  const said = (pair: FindingWords['seen']) => fill(pair[language], facts);
  return { title: said(title), seen: said(seen), why: said(why), act: said(act) };
}

/** Evidence as people read it. */
function factsOf({ subject, evidence }: Finding, language: Language): Record<string, string> {
  const texts = Object.entries(evidence).map(([key, value]) => {
    if (typeof value === 'string') return [key, value === '' ? '–' : value] as const;
    if (['share', 'sampled', 'coverage', 'missing'].includes(key))
      return [key, percent(value)] as const;
    if (['target', 'keeps', 'seen'].includes(key)) return [key, cutTarget(value)] as const;
    if (key === 'seconds') return [key, span(value / 60, language)] as const;
    if (/[mM]inutes$/.test(key)) return [key, span(value, language)] as const;
    return [
      key,
      Math.abs(value) < 100 ? String(Number(value.toPrecision(4))) : count(value),
    ] as const;
  });
  return { subject, ...Object.fromEntries(texts) };
}

/** Cut, never rounded up: it must not promise more than can be kept. */
function cutTarget(share: number): string {
  return targetText(Math.floor(share * 10_000 + 1e-9) / 10_000);
}
