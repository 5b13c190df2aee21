import { contract, type Language, type MembershipLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { journalMarkdown } from '@sekisho/words/journal';
import { needLease } from '../../leases/index.ts';
import { ownerOf, personOf, roleOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context, Tx } from '../../platform/context.ts';
import { implement } from '../../platform/verb.ts';
import { membershipView } from '../view.ts';
import { gather } from './gather.ts';
import { type JournalReader, tellJournal } from './tell.ts';

/** What a member did in their term, for themselves and for SREs: it is the draft of their report. */
export const journal = implement(contract['membership.journal'], {
  decide: async (tx, { id, language }, _prepared, context) => {
    const lease = await membershipView(tx, await needLease(tx, id, 'membership'));
    refuseOthers(tx, lease.holder, context);
    const reader = readerOf(tx, context, language ?? context.language);
    const { person, from, to } = termOf(tx, lease);
    const gathered = await gather(tx, { person, from, to });
    const told = {
      ...{ lease: id, person, team: lease.team, cut: gathered.cut },
      ...{ from: from.toISOString(), to: to.toISOString() },
      sections: tellJournal(gathered, person, reader),
    };
    return { ...told, markdown: markdownOf(tx, lease, told, reader) };
  },
});

/** Errors: `not-yours` for whoever is neither the member nor an SRE. */
function refuseOthers(tx: Tx, holder: string, context: Context): void {
  const role = roleOf(tx.config, context);
  if (ownerOf(context.principal.id) === holder || role === 'sre' || role === 'admin') return;
  throw new AppError('not-yours', { holder, thing: 'journal' });
}

function readerOf({ config }: Tx, { principal }: Context, language: Language): JournalReader {
  const timeZone = personOf(config, ownerOf(principal.id))?.timeZone ?? 'UTC';
  return { language, timeZone, nameOf: (id) => personOf(config, id)?.name[language] ?? id };
}

/** From when it began until it ended, or until now; nothing before it began. */
function termOf({ now }: Tx, { holder: person, readyAt, endedAt }: MembershipLease) {
  const to = endedAt === null ? now : new Date(endedAt);
  return { person, from: readyAt === null ? to : new Date(readyAt), to };
}

function markdownOf(
  { config }: Tx,
  lease: MembershipLease,
  told: Parameters<typeof journalMarkdown>[0]['journal'],
  { language, timeZone, nameOf }: JournalReader,
): string {
  const { holder, teamName, reason, ticket, approvals, checklist, state } = lease;
  return journalMarkdown(
    {
      ...{ journal: told, person: nameOf(holder), team: teamName[language], reason, ticket },
      approvers: approvals.map(({ approver }) => nameOf(approver)),
      checklist: checklist.map(({ title, link, done }) => ({
        ...{ text: title[language], link, doneAt: done?.at ?? null },
      })),
      over: isFinal(state),
    },
    { language, timeZone, url: config.url },
  );
}
