import type { Entry, Language } from '@sekisho/contract';
import { formatDuration } from '../time/format-duration.ts';
import { formatMoment } from '../time/format-moment.ts';

export interface EntryOptions {
  /** Shows a person's id as a name; ids stay as they are without it. */
  readonly nameOf?: (id: string) => string;
  /** IANA zone in which moments are shown; UTC without it. */
  readonly timeZone?: string;
}

/** What a sentence may use of an entry. Facts that are missing or of another type leave their part of the sentence out. */
export interface EntryFacts {
  readonly language: Language;
  readonly who: string;
  /** The lease, instance or other thing acted on; empty when there is none. */
  readonly what: string;
  readonly environment: string;
  text(key: string): string;
  number(key: string): number | null;
  flag(key: string): boolean;
  name(key: string): string;
  span(key: string): string;
  moment(key: string): string;
}

/** Reads an entry's facts defensively: entries of older versions may lack or spell them otherwise. */
export function factsOf(
  entry: Pick<Entry, 'actor' | 'lease' | 'subject' | 'environment' | 'data'>,
  language: Language,
  { nameOf = (id) => id, timeZone = 'UTC' }: EntryOptions,
): EntryFacts {
  const text = (key: string) => {
    const value = entry.data[key];
    return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '';
  };
  const number = (key: string) => {
    const value = entry.data[key];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  return {
    language,
    who: entry.actor.kind === 'system' ? 'Sekisho' : nameOf(entry.actor.id),
    what: entry.lease ?? entry.subject ?? '',
    environment: entry.environment ?? '',
    text,
    number,
    flag: (key) => entry.data[key] === true,
    name: (key) => (text(key) === '' ? '' : nameOf(text(key))),
    span: (key) => {
      const seconds = number(key);
      return seconds === null ? '' : formatDuration(seconds, language);
    },
    moment: (key) => {
      const moment = new Date(text(key));
      return Number.isNaN(moment.getTime()) ? '' : formatMoment(moment, { language, timeZone });
    },
  };
}
