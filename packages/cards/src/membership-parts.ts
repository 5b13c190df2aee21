import type { MembershipLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { stateGlyph, stateName } from '@sekisho/words/leases';
import { membershipWordsIn, rosterParts } from '@sekisho/words/membership';
import { formatDay, formatSpan } from '@sekisho/words/time';
import type { Part } from './card.ts';
import { type CardOptions, say } from './options.ts';

/** Rows that a card gives to permission sets, and to first things. */
const mostSets = 12;
const mostItems = 8;

/** The place in the team: its group, the role it raises to, Slack and on call. */
export function membershipFacts(
  lease: MembershipLease,
  { language }: Pick<CardOptions, 'language'>,
): string[] {
  return [lease.id, ...rosterParts(lease, language)];
}

/** Every permission set that goes with it, the first things to do, and what ends by itself. */
export function membershipParts(lease: MembershipLease, options: CardOptions): Part[] {
  const over = isFinal(lease.state);
  return [
    ...setRows(lease, options),
    ...(over ? [] : checklistParts(lease, options)),
    ...(over ? [] : [information(membershipWordsIn(options.language).noSwitch)]),
  ];
}

/** Months as people say them, and both days: `90 d (3 months) · Nov 23 – Feb 21, 2027`. */
export function termText(
  { durationSeconds, startsAt, readyAt, deadline }: MembershipLease,
  options: CardOptions,
): string {
  const { language, now } = options;
  const from = new Date(readyAt ?? startsAt ?? now);
  const to = new Date(deadline ?? from.getTime() + durationSeconds * 1000);
  const seconds = deadline === null ? durationSeconds : (to.getTime() - from.getTime()) / 1000;
  const [first, last] = [dayOf(from, options), dayOf(to, options)];
  return `${spanText(seconds, language)} · ${say(language, `${first} – ${last}`, `${first}〜${last}`)}`;
}

/** How long it can become without another approval; nothing where that is no longer than asked for. */
export function longestText(
  { durationSeconds, maximumSeconds }: MembershipLease,
  language: CardOptions['language'],
): string {
  if (maximumSeconds <= durationSeconds) return '';
  return membershipWordsIn(language).atMostExtended(spanText(maximumSeconds, language));
}

/** `90 d (3 months)`; months only where they say it better than days. */
export function spanText(seconds: number, language: CardOptions['language']): string {
  const span = formatSpan(seconds, language);
  const months = Math.round(seconds / 86_400 / 30.4);
  if (seconds < 45 * 86_400) return span;
  const about = say(language, `about ${months} months`, `約 ${months} か月`);
  return say(language, `${span} (${about})`, `${span}(${about})`);
}

function dayOf(moment: Date, { language, timeZone, now }: CardOptions): string {
  const withYear = moment.getUTCFullYear() !== now.getUTCFullYear();
  return formatDay(moment, { language, timeZone, withYear });
}

function setRows({ permissionSets, state }: MembershipLease, { language }: CardOptions): Part[] {
  const words = membershipWordsIn(language);
  const rows = permissionSets.slice(0, mostSets).map((one): Part => {
    const name = words.access(one.permissionSet, `${one.accountName} ${one.account}`);
    const own = one.state === state ? '' : stateName(one.state, language, one.stuck);
    return {
      type: 'row',
      glyph: stateGlyph(one.state, one.stuck),
      mark: one.production,
      words: [name, own].filter((word) => word !== ''),
      actions: [],
    };
  });
  const more = permissionSets.length - rows.length;
  if (more <= 0) return rows;
  return [...rows, information(say(language, `and ${more} more`, `ほか ${more} 件`))];
}

/** What is done is counted; what remains is named. */
function checklistParts({ checklist, state }: MembershipLease, { language }: CardOptions): Part[] {
  if (checklist.length === 0) return [];
  const words = membershipWordsIn(language);
  const open = checklist.filter(({ done }) => done === null);
  const count =
    state === 'active'
      ? words.done(checklist.length - open.length, checklist.length)
      : words.firstThingsCount(checklist.length);
  if (state !== 'active') return [{ type: 'facts', facts: [count] }];
  const names = open.slice(0, mostItems).map(({ title }) => `○ ${title[language]}`);
  return [{ type: 'facts', facts: [`${words.firstThings}: ${count}`, ...names] }];
}

function information(text: string): Part {
  return { type: 'notice', level: 'information', text, detail: null };
}
