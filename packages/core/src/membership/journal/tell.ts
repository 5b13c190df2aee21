import {
  type Entry,
  type JournalItem,
  journalSections,
  type Language,
  type MembershipJournal,
} from '@sekisho/contract';
import { borrowedText, type JournalLease, journalEntryText } from '@sekisho/words/journal';
import { type LeaseRow, lentOf } from '../../leases/index.ts';
import type { Gathered } from './gather.ts';
import { kindOfAction, kindOfLease, kindsOfSection } from './kinds.ts';

/** Who reads a journal, and how people are called. */
export interface JournalReader {
  readonly language: Language;
  /** IANA zone. */
  readonly timeZone: string;
  readonly nameOf: (id: string) => string;
}

/** Tells what happened in a term, sorted into the parts of a report and counted. @param person whose it is */
export function tellJournal(
  { entries, leases, about }: Gathered,
  person: string,
  reader: JournalReader,
): MembershipJournal['sections'] {
  const items = [
    ...leases.map((lease) => leaseItem(lease, person, reader)),
    ...entries.flatMap((entry) => entryItem(entry, about, reader)),
  ];
  const byKind = Map.groupBy(items, ({ kind }) => kind);
  return journalSections.map((section) => {
    const some = kindsOfSection[section].map((kind) => ({ kind, mine: byKind.get(kind) ?? [] }));
    return {
      section,
      counts: some.flatMap(({ kind, mine: { length: count } }) =>
        count === 0 ? [] : [{ kind, count }],
      ),
      items: some
        .flatMap(({ mine }) => mine)
        .toSorted((a, b) => a.at.localeCompare(b.at) || (a.entry ?? 0) - (b.entry ?? 0)),
    };
  });
}

function leaseItem(
  lease: LeaseRow,
  person: string,
  { language, nameOf }: JournalReader,
): JournalItem {
  const { id, kind, reason, ticket, requested_at: at } = lease;
  return {
    kind: kindOfLease(kind),
    at: at.toISOString(),
    text: borrowedText(toldOf(lease), person, language, nameOf),
    detail: ticket === null ? reason : `${reason} · ${ticket}`,
    ...{ lease: id, slo: null, entry: null, byAgent: false },
  };
}

function toldOf(lease: LeaseRow): JournalLease {
  const { kind, duration_seconds: seconds, state, ending, requester, holder } = lease;
  return {
    ...lentOf(lease),
    ...{ kind, seconds, state, ending, requester, holder },
    granted: lease.ready_at !== null,
    breakGlass: lease.break_glass,
  };
}

function entryItem(
  entry: Entry,
  about: Gathered['about'],
  { language, timeZone, nameOf }: JournalReader,
): readonly JournalItem[] {
  const kind = kindOfAction(entry.action);
  if (kind === undefined) return [];
  const { number, at, actor, lease, texts } = entry;
  const row = lease === null ? undefined : about.get(lease);
  const told = row === undefined ? undefined : toldOf(row);
  const details = Object.values(texts);
  return [
    {
      ...{ kind, at, lease, slo: sloOf(entry), entry: number },
      text: journalEntryText(entry, told, language, { nameOf, timeZone }),
      detail: details.length === 0 ? null : details.join(' · '),
      byAgent: actor.kind === 'agent',
    },
  ];
}

/** The SLO that an entry is about, where it is about one. */
function sloOf({ action, subject, data }: Entry): string | null {
  if (action === 'slo.review-decide') return subject;
  const slo = data['slo'];
  return typeof slo === 'string' && slo !== '' ? slo : null;
}
