import type { SloConfig } from '@sekisho/config';
import { contract, type SloDetail } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';
import { needSlo } from './agreements/need-slo.ts';
import { listPages, pageView } from './alerts/index.ts';
import { changesOf } from './commits/index.ts';
import { detailOf } from './detail.ts';
import { evaluatorOf, memoriesOf } from './evaluate/index.ts';
import { isoOrNull } from './facts/facts.ts';
import { lookAtOne } from './looks.ts';
import { sourceHealthOf } from './source-health.ts';
import { summaryOf } from './summary.ts';
import { agreedInstead } from './targets/agreed-instead.ts';
import { type TargetWithOrigin, targetHistory } from './targets/history.ts';

/** Pages shown beside an SLO; the rest is what `slo.pages` is for. */
const fewPages = 20;

export const show = implement(contract['slo.show'], {
  prepare: async ({ house }) => evaluatorOf(house),
  decide: async (tx, { id }, evaluator) => {
    const slo = needSlo(tx.config, id);
    const look = await lookAtOne(tx, evaluator, slo);
    const pages = await listPages(tx, { slo: id, limit: fewPages });
    const changes = await changesOf(tx, slo);
    const memory = (await memoriesOf(tx, [id])).get(id);
    const open = pages.filter((page) => page.resolved_at === null);
    return {
      ...summaryOf(look, open),
      ...detailOf(look),
      fileDiffers: differenceOf(slo, await targetHistory(tx, slo)),
      sourceHealth: await sourceHealthOf(tx, slo),
      ...(changes === undefined ? {} : { changes }),
      alertsFrom: isoOrNull(memory?.judgedFrom ?? null),
      pages: pages.map((page) => pageView(tx.config, page)),
    };
  },
});

function differenceOf(
  slo: SloConfig,
  history: readonly TargetWithOrigin[],
): SloDetail['fileDiffers'] {
  const agreed = agreedInstead(slo, history);
  return agreed === null ? null : { file: slo.target, agreed };
}
