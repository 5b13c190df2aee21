import type { SloConfig } from '@sekisho/config';
import { contract } from '@sekisho/contract';
import { targetAt } from '@sekisho/objectives/budget';
import type { Minute } from '@sekisho/objectives/minutes';
import { ownerOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { isPersonAtDoor } from '../../platform/person-at-door.ts';
import { readMoment } from '../../platform/read-input.ts';
import { implement } from '../../platform/verb.ts';
import { lapseSeconds, lapseWhenLate } from '../agreements/lapse.ts';
import { nextMinute, percentOf, shareOf } from '../agreements/minutes.ts';
import { needSlo } from '../agreements/need-slo.ts';
import type { Given, ProposalRow } from '../agreements/row.ts';
import { giversOf, ownersOf, pairOf, sidesOf } from '../agreements/sides.ts';
import { insertAgreement, lockOpenProposal, updateAgreement } from '../agreements/store.ts';
import { about, redraw } from '../agreements/tell.ts';
import { proposalView } from '../agreements/view.ts';
import { targetsOf } from './history.ts';
import { refuseSilence } from './refuse-silence.ts';

export const propose = implement(contract['slo.propose'], {
  subject: ({ id }) => `slo-target:${id}`,
  decide: async (tx, { id, target, from, reason }) => {
    const slo = needSlo(tx.config, id);
    const share = shareOf(target);
    const wanted = readFrom(tx, from);
    const minute = nextMinute(wanted ?? tx.now);
    const before = targetAt(await targetsOf(tx, slo), minute) ?? slo.target;
    if (before === share) throw new AppError('target-in-force', { slo: id, target });
    refuseSilence(slo, share, minute);
    refuseWithoutPair(tx, slo);
    const replaced = await replaceOpen(tx, slo);
    const row = (await insertAgreement(tx, {
      ...{ id: tx.ids.id('tgt'), kind: 'target', service: slo.service, slos: [id], reason },
      wish: { target: share, before, from: wanted?.toISOString() ?? null },
      ...{ asked_by: tx.principal.id, lapses_at: addSeconds(tx.now, lapseSeconds) },
      agreements: ownAgreement(tx, slo),
    })) as ProposalRow;
    const { data, ...entry } = about(row);
    const more = { before: percentOf(before), from: row.wish.from, replaces: replaced };
    tx.record({ ...entry, action: 'slo.propose', data: { ...data, ...more }, texts: { reason } });
    redraw(tx, row);
    return proposalView(tx, row);
  },
});

/** When it shall be in force; null for as soon as it is agreed. Errors: `bad-moment`, `moment-past`. */
function readFrom(tx: Tx, from: string | undefined): Date | null {
  const at = readMoment(tx, 'from', from, 'future');
  if (at === undefined || from === undefined || at.getTime() === tx.now.getTime()) return null;
  if (at < tx.now) throw new AppError('moment-past', { field: 'from', value: from });
  return at;
}

/** Whoever proposes agrees thereby, for one side, when they themselves are there and may. */
function ownAgreement(tx: Tx, slo: SloConfig): readonly Given[] {
  if (!isPersonAtDoor(tx)) return [];
  const me = tx.config.people.find(({ id }) => id === tx.principal.id);
  const sides = sidesOf(tx.config, slo.service, me, tx.now);
  if (sides.length === 0) return [];
  return [{ who: tx.principal.id, at: tx.now.toISOString(), side: null }];
}

/** Errors: `nobody-to-agree` when the roster holds no two people who could. */
function refuseWithoutPair(tx: Tx, { service }: SloConfig): void {
  const everyone = tx.config.people.map(({ id }) => id);
  if (pairOf(giversOf(tx.config, service, everyone, tx.now)) !== null) return;
  const from = [...ownersOf(tx.config, service)];
  throw new AppError('nobody-to-agree', { service, from });
}

/** Ends the open proposal that this one replaces, and answers its id. Errors: `proposal-open`. */
async function replaceOpen(tx: Tx, slo: SloConfig): Promise<string | null> {
  const open = await lockOpenProposal(tx, slo.id);
  if (open === undefined || (await lapseWhenLate(tx, open))) return null;
  const me = tx.config.people.find(({ id }) => id === ownerOf(tx.principal.id));
  const mine = ownerOf(open.asked_by) === me?.id;
  if (!mine && !sidesOf(tx.config, slo.service, me, tx.now).includes('sre'))
    throw new AppError('proposal-open', { slo: slo.id, id: open.id, by: open.asked_by });
  const ended = { ended_at: tx.now, ended_by: tx.principal.id };
  redraw(tx, await updateAgreement(tx, open, { state: 'replaced', ...ended }));
  return open.id;
}

/** The minute from which an agreed target is in force: its date, or as soon as both have agreed. */
export function inForceFrom({ wish }: ProposalRow, now: Date): Minute {
  const agreed = nextMinute(now);
  return wish.from === null ? agreed : Math.max(agreed, nextMinute(new Date(wish.from)));
}
