import type { SloConfig } from '@sekisho/config';
import type { SloReview } from '@sekisho/contract';
import { msPerMinute } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import type { ProposalRow } from '../agreements/row.ts';
import { findAgreements } from '../agreements/store.ts';
import { proposalView } from '../agreements/view.ts';
import { pagesDuring } from '../alerts/index.ts';
import type { Evaluator } from '../evaluate/index.ts';
import { looksAt } from '../looks.ts';
import { draftOf, type Material } from './draft.ts';
import { whatHappened } from './happened.ts';
import { lookAtMonth } from './look-at-month.ts';
import type { HouseMonth } from './need-month.ts';
import { actionsUntil, reviewsOf } from './store.ts';
import { suggestionOf } from './suggestion.ts';
import { actionView } from './view.ts';

/** Drafts the review of some SLOs for a month. @param suggesting whether targets are looked for: that takes a while */
export async function draftsOf(
  tx: Tx,
  evaluator: Evaluator,
  slos: readonly SloConfig[],
  month: HouseMonth,
  { suggesting }: { readonly suggesting: boolean },
): Promise<SloReview[]> {
  const looks = await looksAt(tx, evaluator, slos);
  const happened = await whatHappened(tx, month.span);
  const rows = await reviewsOf(tx, month.name);
  const actions = (await actionsUntil(tx, month.name)).map(actionView);
  const open = await openProposals(tx);
  const drafts: SloReview[] = [];
  for (const now of looks) {
    const { id } = now.slo;
    const then = await lookAtMonth(tx, evaluator, now, month);
    const material: Material = {
      ...{ config: tx.config, month: month.span, now, atEnd: then, happened },
      pages: await pagesOf(tx, id, month),
      proposals: open.filter(({ slo }) => slo === id),
      suggestion: suggesting ? await suggestionOf(then) : null,
      row: rows.get(id) ?? null,
      actions: actions.filter((action) => action.slo === id && action.month === month.name),
    };
    drafts.push(draftOf(material));
  }
  return drafts;
}

async function openProposals(tx: Tx) {
  const rows = (await findAgreements(tx, { kind: 'target' })) as ProposalRow[];
  return rows.map((row) => proposalView(tx, row)).filter(({ state }) => state === 'open');
}

function pagesOf(tx: Tx, slo: string, { span }: HouseMonth) {
  return pagesDuring(tx, slo, new Date(span.from * msPerMinute), new Date(span.to * msPerMinute));
}
