import type { Language, Person } from '@sekisho/contract';

export interface CardOptions {
  readonly now: Date;
  readonly language: Language;
  /** IANA zone of the reader. */
  readonly timeZone: string;
  readonly people: readonly Person[];
  /** Id of the reader; null for a card that many people see, which offers what any of them may do. */
  readonly you: string | null;
  /** Address of the console without a trailing slash. */
  readonly baseUrl?: string;
}

/** A person's name in the reader's language; the id when the roster does not have it. */
export function nameOf(
  id: string,
  { people, language }: Pick<CardOptions, 'people' | 'language'>,
): string {
  return people.find((person) => person.id === id)?.name[language] ?? id;
}

/** Says it in the reader's language. */
export function say(language: Language, en: string, ja: string): string {
  return language === 'ja' ? ja : en;
}

/** Where the console shows a lease. */
export function linkTo(id: string, options: CardOptions) {
  return linkInto(`/leases/${encodeURIComponent(id)}`, options);
}

/** Where the console shows an SLO. */
export function linkToSlo(id: string, options: CardOptions) {
  return linkInto(`/slos/${encodeURIComponent(id)}`, options);
}

/** Where the console shows all SLOs. */
export function linkToSlos(options: CardOptions) {
  return linkInto('/slos', options);
}

/** Where the console shows the review of a month. */
export function linkToReview(month: string, options: CardOptions) {
  return linkInto(`/review?month=${encodeURIComponent(month)}`, options);
}

/** What a list of sessions is narrowed to, or `find` what is searched in their commands. */
export type SessionsAsked = Readonly<
  Partial<Record<'lease' | 'environment' | 'person' | 'find', string>>
>;

/** Where the console lists sessions. */
export function linkToSessions(asked: SessionsAsked, options: CardOptions) {
  const search = new URLSearchParams(asked).toString();
  return linkInto(`/sessions${search === '' ? '' : `?${search}`}`, options);
}

/** Where the console shows a session. @param command number of the one to begin at */
export function linkToSession(id: string, options: CardOptions, command?: number) {
  const at = command === undefined ? '' : `?command=${command}`;
  return linkInto(`/sessions/${encodeURIComponent(id)}${at}`, options);
}

function linkInto(path: string, { baseUrl, language }: CardOptions) {
  if (baseUrl === undefined || !/^https?:\/\//.test(baseUrl)) return null;
  const label = say(language, 'Open in the console', 'コンソールで開く');
  return { label, url: `${baseUrl}${path}` };
}
