import type { Language } from '../language.ts';
import { formatSpan } from '../time/format-duration.ts';
import { formatMoment } from '../time/format-moment.ts';
import type { NoticeFacts, NoticeName } from './facts.ts';

/** Who reads a message, and when. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: Date;
}

/** What happened, and what to do next. */
export interface Notice {
  readonly what: string;
  readonly next: string;
}

type Telling<Name extends NoticeName> = (facts: NoticeFacts[Name], reader: Reader) => Notice;

export type NoticeWordsOf<Names extends NoticeName> = {
  readonly [Name in Names]: Readonly<Record<Language, Telling<Name>>>;
};

/** A moment as the reader's clock shows it. */
export function exact(iso: string, reader: Reader): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso : formatMoment(moment, reader);
}

/** How far ahead a moment is: `in 5 min`, 「あと 5 分」; one that has passed is now. */
export function distance(iso: string, { language, now }: Reader): string {
  const seconds = Math.max(0, (new Date(iso).getTime() - now.getTime()) / 1000);
  const span = formatSpan(Number.isNaN(seconds) ? 0 : seconds, language);
  return language === 'ja' ? `あと ${span}` : `in ${span}`;
}

export function whenKnown(value: number | null, part: (value: number) => string): string {
  return value === null ? '' : part(value);
}
