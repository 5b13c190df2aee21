import type { Tx } from '../../platform/context.ts';
import { lockSubject } from '../../platform/lock-subject.ts';
import { nextMinute, percentOf } from '../agreements/minutes.ts';
import { agreedProposals } from '../agreements/store.ts';
import { fileTargets, keepFileTargets } from './store.ts';

/**
 * Keeps the targets that the files say now, so that past minutes keep theirs. The first one seen
 * holds from the beginning, a changed one from the next minute on, with an entry; none once a
 * target was agreed: from then on only an agreement changes it.
 */
export async function noteFileTargets(tx: Tx): Promise<void> {
  if (tx.config.slos.length === 0) return;
  await lockSubject(tx, 'slo-file-targets');
  const known = new Map((await fileTargets(tx)).map(({ slo, target }) => [slo, target]));
  const agreed = new Set((await agreedProposals(tx)).map(({ slos: [slo] }) => slo));
  const changed = tx.config.slos.filter(
    ({ id, target }) => known.get(id) !== target && !agreed.has(id),
  );
  for (const slo of changed) {
    const before = known.get(slo.id);
    if (before === undefined) continue;
    const data = { slo: slo.id, target: percentOf(slo.target), before: percentOf(before) };
    tx.record({ action: 'slo.file-target', subject: slo.id, service: slo.service, data });
  }
  const rows = changed.map(({ id, target }) => ({
    ...{ slo: id, target, seen_at: tx.now },
    from_minute: known.has(id) ? nextMinute(tx.now) : 0,
  }));
  await keepFileTargets(tx, rows);
}
