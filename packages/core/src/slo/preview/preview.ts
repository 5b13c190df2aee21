import { contract, type PreviewedSlo, roles } from '@sekisho/contract';
import { roleOf } from '../../people/index.ts';
import type { Context, House } from '../../platform/context.ts';
import { implement, type PrepareScope } from '../../platform/verb.ts';
import { evaluatorOf } from '../evaluate/index.ts';
import type { SourceAdapters } from '../ingest/index.ts';
import { checkDraft, type DefinitionTexts } from './check-draft.ts';
import { findDraftFile } from './find-file.ts';
import { recountDraft } from './recounts.ts';
import { previewOf } from './shown.ts';

interface PreviewPorts {
  readonly definitions?: () => DefinitionTexts;
  readonly sources?: () => Promise<SourceAdapters>;
}

/** SLOs of one draft whose past is shown. */
const mostShown = 5;
const usualDays = 30;
const usualPoints = 500;

export const preview = implement(contract['slo.preview'], {
  async prepare({ house, ports, context }: PrepareScope<PreviewPorts>, input) {
    const texts = ports.definitions?.() ?? { config: '', files: [] };
    const place = findDraftFile(house.config(), texts, input);
    const text = input.text ?? place.current ?? '';
    const draft = checkDraft(texts, { file: place.file, text }, context.language);
    const days = input.days ?? usualDays;
    const allowed = mayRecount(house, context);
    const ask = input.ask ?? true;
    const counting = { house, sources: ports.sources, allowed, ask, days };
    const recounted = await recountDraft(counting, draft);
    return { place, draft, recounted, evaluator: evaluatorOf(house) };
  },
  decide: async (tx, { days, points }, { place, draft, recounted, evaluator }) => {
    const showing = {
      evaluator,
      recounted,
      days: days ?? usualDays,
      points: points ?? usualPoints,
    };
    const slos: PreviewedSlo[] = [];
    for (const slo of draft.slos.slice(0, mostShown)) slos.push(await previewOf(tx, slo, showing));
    return {
      ...place,
      ...{ findings: [...draft.findings], more: draft.more, slos },
      sources: Object.values(tx.config.sources).map(({ name, kind }) => ({ name, kind })),
      services: Object.keys(tx.config.services),
    };
  },
});

/**
 * Whoever chooses what is counted in a log can read it by guessing, a question at a time: only those
 * may who run the house.
 */
function mayRecount(house: House, context: Context): boolean {
  const role = roleOf(house.config(), context);
  return role !== null && roles.indexOf(role) >= roles.indexOf('sre');
}
