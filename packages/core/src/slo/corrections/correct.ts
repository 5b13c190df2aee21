import type { SloConfig } from '@sekisho/config';
import { contract, type InputOf } from '@sekisho/contract';
import { minuteOf } from '@sekisho/objectives/minutes';
import { ownerOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { implement } from '../../platform/verb.ts';
import { needOfService } from '../agreements/judge.ts';
import { lapseSeconds } from '../agreements/lapse.ts';
import { needSlo, needSlosOf } from '../agreements/need-slo.ts';
import type { CorrectionRow } from '../agreements/row.ts';
import { ownersOf, peopleFor } from '../agreements/sides.ts';
import { insertAgreement } from '../agreements/store.ts';
import { about, redraw } from '../agreements/tell.ts';
import { correctionView } from '../agreements/view.ts';
import { judgeWhen } from './limits.ts';
import { badCorrection, readWhen } from './read-when.ts';

export const correct = implement(contract['slo.correct'], {
  decide: async (tx, input) => {
    const { service, slos } = readSubject(tx, input);
    needOfService(tx, service);
    const when = readWhen(tx, input);
    const { retroactive } = judgeWhen(when, minuteOf(tx.now.getTime()));
    refuseWithoutOther(tx, service);
    const row = (await insertAgreement(tx, {
      ...{ id: tx.ids.id('cor'), kind: 'correction', service, slos, reason: input.reason },
      ...{ wish: { when, retroactive }, agreements: [] },
      ...{ asked_by: tx.principal.id, lapses_at: addSeconds(tx.now, lapseSeconds) },
    })) as CorrectionRow;
    const { data, ...entry } = about(row);
    const more = { when: correctionView(tx, row).when };
    const texts = { reason: input.reason };
    tx.record({ ...entry, action: 'slo.correct', data: { ...data, ...more }, texts });
    redraw(tx, row);
    return correctionView(tx, row);
  },
});

/** What it is for: SLOs of one service, whose owners are the same; or all of it. */
function readSubject(
  tx: Tx,
  { slos, service }: InputOf<'slo.correct'>,
): { readonly service: string; readonly slos: string[] | null } {
  if (slos !== undefined && service !== undefined) throw badCorrection('names-both');
  if (service !== undefined) {
    needSlosOf(tx.config, service);
    return { service, slos: null };
  }
  const [first, ...rest] = [...new Set(slos)].map((id) => needSlo(tx.config, id));
  if (first === undefined) throw badCorrection('names-nothing');
  const all: readonly SloConfig[] = [first, ...rest];
  const services = [...new Set(all.map((slo) => slo.service))];
  if (services.length > 1) throw badCorrection('several-services', services.join(', '));
  return { service: first.service, slos: all.map(({ id }) => id) };
}

/** Errors: `nobody-to-agree` when the roster holds nobody else who could. */
function refuseWithoutOther(tx: Tx, service: string): void {
  const people = peopleFor(tx.config, service, ['owner', 'sre'], tx.now);
  if (people.some((who) => who !== ownerOf(tx.principal.id))) return;
  throw new AppError('nobody-to-agree', { service, from: [...ownersOf(tx.config, service)] });
}
