import { titleOf } from '@sekisho/cards';
import type { AnyLease, Language, Lease, Role } from '@sekisho/contract';
import {
  formatDollars,
  formatMoment,
  formatRate,
  formatRelative,
  formatSpan,
  kindNames,
  listOf,
  roleNames,
  stateName,
  type Ui,
  uiOf,
  whoText,
} from '@sekisho/words';
import { useMemo } from 'react';
import { timeZone } from './moments.ts';
import { usePreferences } from './preferences.ts';
import { useRoster } from './roster.ts';

/** Everything a component needs to speak the reader's language. */
export interface Say {
  readonly language: Language;
  readonly t: Ui;
  /** A person's name, or the id of someone who is not in the roster. */
  readonly person: (id: string) => string;
  readonly people: (ids: readonly string[]) => string;
  readonly who: (rule: readonly string[]) => string;
  readonly role: (role: Role) => string;
  readonly kind: (kind: Lease['kind']) => string;
  readonly state: (state: Lease['state'], stuck?: boolean) => string;
  readonly span: (seconds: number) => string;
  /** `14:30 JST`, with the day when it is not today's. */
  readonly exact: (iso: string) => string;
  /** To the second, with its day. */
  readonly full: (iso: string) => string;
  /** `in 42 min · 14:30 JST`. */
  readonly relative: (iso: string, now: number, sense?: 'deadline' | 'event') => string;
  readonly rate: (perHour: number | null) => string;
  readonly dollars: (amount: number | null) => string;
  /** One line that tells a lease, for names of links. */
  readonly leaseLine: (lease: AnyLease) => string;
}

export function useSay(): Say {
  const { language } = usePreferences();
  const roster = useRoster();
  return useMemo(() => {
    const names = new Map(roster.map(({ id, name }) => [id, name[language]]));
    return speak(language, (id) => names.get(id) ?? id);
  }, [language, roster]);
}

function speak(language: Language, person: (id: string) => string): Say {
  const t = uiOf(language);
  const zone = { language, timeZone };
  const state: Say['state'] = (name, stuck) => stateName(name, language, stuck);
  const exact: Say['exact'] = (iso) => formatMoment(new Date(iso), { ...zone, now: new Date() });
  return {
    language,
    t,
    person,
    people: (ids) => listOf(ids.map(person), language),
    who: (rule) =>
      listOf(
        rule.map((one) => whoText(one, language)),
        language,
      ),
    role: (role) => roleNames[role][language],
    kind: (kind) => kindNames[kind][language],
    state,
    span: (seconds) => formatSpan(seconds, language),
    exact,
    full: (iso) => formatMoment(new Date(iso), { ...zone, seconds: true }),
    relative: (iso, now, sense = 'event') =>
      formatRelative(new Date(iso), { ...zone, now: new Date(now), sense }),
    rate: (perHour) => (perHour === null ? t.common.unpriced : formatRate(perHour, language)),
    dollars: (amount) => (amount === null ? t.common.unpriced : formatDollars(amount, language)),
    leaseLine: (lease) =>
      [
        `${[lease.environment, titleOf(lease)].filter(Boolean).join(' ')}: ${person(lease.holder)}`,
        state(lease.state, lease.stuck),
        ...(lease.deadline ? [`${t.common.deadline} ${exact(lease.deadline)}`] : []),
        lease.reason,
      ].join(' · '),
  };
}
