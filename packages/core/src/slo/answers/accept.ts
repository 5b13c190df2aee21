import { contract, type Side } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/context.ts';
import { implement } from '../../platform/verb.ts';
import { needOfService, refuseUnlessOpen } from '../agreements/judge.ts';
import { isoOrNull } from '../agreements/minutes.ts';
import { needSlo } from '../agreements/need-slo.ts';
import { hasAgreed, needsOf, peopleAsked } from '../agreements/needs.ts';
import type { AgreementRow, Given, ProposalRow } from '../agreements/row.ts';
import { giversOf, pairOf } from '../agreements/sides.ts';
import { type AgreementPatch, lockAgreement, updateAgreement } from '../agreements/store.ts';
import { about, redraw, tellAsker } from '../agreements/tell.ts';
import { agreedView } from '../agreements/view.ts';
import { inForceFrom } from '../targets/propose.ts';
import { refuseSilence } from '../targets/refuse-silence.ts';

export const accept = implement(contract['slo.accept'], {
  subject: ({ id }) => `slo-agreement:${id}`,
  decide: async (tx, { id }) => {
    const row = await lockAgreement(tx, id);
    const { me, sides } = needOfService(tx, row.service);
    refuseUnlessOpen(tx, row);
    if (hasAgreed(row, me.id)) {
      const people = peopleAsked(tx.config, row, tx.now);
      throw new AppError('agreement-given', { id, people });
    }
    const mine: Given = { who: me.id, at: tx.now.toISOString(), side: null };
    const patch =
      row.kind === 'target'
        ? acceptTarget(tx, row, mine)
        : // Whoever asked has agreed by asking: one more person is enough, and is another one.
          settled(tx, [{ ...mine, side: sides[0] ?? null }]);
    return agreedView(tx, await write(tx, row, patch));
  },
});

/** Errors: `side-given`, `target-silences`. */
function acceptTarget(tx: Tx, row: ProposalRow, mine: Given): AgreementPatch {
  refuseSilence(needSlo(tx.config, row.slos[0] ?? ''), row.wish.target, inForceFrom(row, tx.now));
  const given = [...row.agreements, mine];
  // Judged as of now: whoever agreed and left the team meanwhile counts no more.
  const givers = giversOf(
    tx.config,
    row.service,
    given.map(({ who }) => who),
    tx.now,
  );
  const pair = pairOf(givers);
  if (pair !== null) {
    const sided = given.map((one) => ({ ...one, side: sideIn(pair, one.who) }));
    return { ...settled(tx, sided), in_force_minute: inForceFrom(row, tx.now) };
  }
  // A second person for the same side adds nothing.
  if (givers.length > 1) {
    const [need] = needsOf(tx.config, row, tx.now);
    const facts = { missing: need?.sides[0] ?? 'sre', people: need?.people ?? [] } as const;
    throw new AppError('side-given', { id: row.id, ...facts });
  }
  return { agreements: given };
}

function sideIn(pair: Readonly<Record<Side, string>>, who: string): Side | null {
  return (['owner', 'sre'] as const).find((side) => pair[side] === who) ?? null;
}

function settled(tx: Tx, agreements: readonly Given[]): AgreementPatch {
  return { state: 'agreed', agreed_at: tx.now, agreements };
}

async function write(tx: Tx, before: AgreementRow, patch: AgreementPatch): Promise<AgreementRow> {
  const row = await updateAgreement(tx, before, patch);
  const { data, ...entry } = about(row);
  const agreed = row.state === 'agreed';
  const from = row.kind === 'target' ? isoOrNull(row.in_force_minute) : null;
  const given = row.agreements.map(({ who, side }) => ({ who, side }));
  tx.record({
    ...entry,
    action: 'slo.accept',
    data: { ...data, agreed, inForceFrom: from, given },
  });
  redraw(tx, row);
  if (agreed) tellAsker(tx, 'agreement-reached', row, { by: tx.principal.id, from });
  return row;
}
