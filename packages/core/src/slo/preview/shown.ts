import type { SloConfig } from '@sekisho/config';
import type { PreviewBasis, PreviewedSlo } from '@sekisho/contract';
import { evaluateBudget } from '@sekisho/objectives/budget';
import { type Counts, isoOf, type Minute, minutesPerDay } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { percentOf } from '../agreements/minutes.ts';
import {
  clockMinute,
  type Evaluator,
  knownFrom,
  lookAt,
  reachOf,
  readWhole,
  watermarkOf,
} from '../evaluate/index.ts';
import { budgetFacts } from '../facts/facts.ts';
import { partsOf, sourcesOf } from '../minutes/index.ts';
import { candidatesOf } from '../replay/candidates.ts';
import { incidentsOf } from '../replay/incidents.ts';
import { windowView } from '../summary.ts';
import { agreedInstead } from '../targets/agreed-instead.ts';
import { targetHistory } from '../targets/history.ts';
import type { Recounted } from './recounts.ts';

/** Minutes counted anew; null where all are counted already. */
type Anew = Extract<Recounted, { readonly histories: unknown }> | null;

interface Showing {
  readonly evaluator: Evaluator;
  /** What was counted anew, by SLO. */
  readonly recounted: ReadonlyMap<string, Recounted>;
  readonly days: number;
  readonly points: number;
}

/** What an SLO of a draft would have shown and told over the past days, at the target that it says. */
export async function previewOf(tx: Tx, slo: SloConfig, showing: Showing): Promise<PreviewedSlo> {
  const found = showing.recounted.get(slo.id) ?? null;
  const common = {
    ...{ id: slo.id, displayName: slo.displayName, service: slo.service, line: slo.place.line },
    ...{ target: percentOf(slo.target), agreedTarget: await agreedTarget(tx, slo) },
    ...{ window: windowView(slo.window), source: sourcesOf(slo).join(', ') },
  };
  if (found !== null && 'none' in found) {
    const old = tx.config.slos.find(({ id }) => id === slo.id);
    const told = { ...common, basis: found.none, asked: null, trouble: found.trouble };
    if (old === undefined || !shownInstead.has(found.none))
      return { ...told, instead: false, shown: null };
    const shown = await shownOf(tx, measuredAs(slo, old), null, showing);
    return {
      ...told,
      instead: shown !== null && shown !== 'nothing-there',
      shown: minutesOf(shown),
    };
  }
  const asked = found?.asked ?? null;
  const told = {
    ...common,
    asked: asked && { from: isoOf(asked.from), to: isoOf(asked.to) },
    ...{ trouble: found?.trouble ?? null, instead: false },
  };
  const shown = await shownOf(tx, slo, found, showing);
  return { ...told, basis: basisOf(found, shown), shown: minutesOf(shown) };
}

type Shown = NonNullable<PreviewedSlo['shown']>;

/** Where minutes of the definition in force say something, although not of what was changed. */
const shownInstead: ReadonlySet<PreviewBasis> = new Set([
  ...(['sent', 'probed', 'paid', 'not-asked', 'needs-sre', 'unreadable'] as const),
]);

/** An SLO as it is written, measured as another is. */
function measuredAs({ parts: _, ...slo }: SloConfig, { indicator, parts }: SloConfig): SloConfig {
  return { ...slo, indicator, ...(parts === undefined ? {} : { parts }) };
}

function basisOf(found: Anew, shown: Shown | 'nothing-there' | null): PreviewBasis {
  if (shown === 'nothing-there') return shown;
  if (shown === null) return 'nothing-yet';
  if (found === null) return 'counted';
  return found.asked === null ? 'recounted' : 'asked';
}

function minutesOf(shown: Shown | 'nothing-there' | null): Shown | null {
  return shown === 'nothing-there' ? null : shown;
}

/** The target that was agreed for the SLO of this name, in percent; null when it is the document's, or none was. */
async function agreedTarget(tx: Tx, slo: SloConfig): Promise<number | null> {
  const agreed = agreedInstead(slo, await targetHistory(tx, slo));
  return agreed === null ? null : percentOf(agreed);
}

async function shownOf(
  tx: Tx,
  slo: SloConfig,
  anew: Anew,
  { evaluator, days, points }: Showing,
): Promise<Shown | 'nothing-there' | null> {
  const { reads } = evaluator;
  const to = await endOf(tx, slo, anew, evaluator);
  const wanted = { from: to - days * minutesPerDay, to };
  const asked = anew?.asked ?? null;
  // Of a composite no more is shown than every part that was asked answered for.
  const reach = Math.max(reachOf(slo, wanted.from), asked?.from ?? Number.NEGATIVE_INFINITY);
  const within = { from: reach, to };
  const whole = await readWhole(tx, reads, slo, within, anew?.histories);
  if (asked !== null) {
    const { good, bad, excluded } = whole.history.sum(asked);
    if (good + bad + excluded === 0) return 'nothing-there';
  }
  const first = knownFrom(whole.history);
  const known = first === null || asked === null ? first : Math.max(first, asked.from);
  if (known === null || known >= to) return null;
  const agreed = (await reads.agreedFor(tx, [slo])).get(slo.id);
  const { method, window, missing, target } = slo;
  const objective = { method, window, missing, targets: [{ from: 0, target }] };
  const given = { slo, objective, corrections: agreed?.corrections ?? [], ...whole, through: to };
  const look = lookAt(given, within, known);
  const span = { from: Math.max(wanted.from, known), to };
  const incidents = await incidentsOf(tx, slo.service, span, []);
  const replayed = candidatesOf(look, span, { targets: [percentOf(target)], incidents, points });
  const [candidate] = replayed.candidates;
  if (candidate === undefined) return null;
  const { spentFrom, curve } = replayed;
  const budget = budgetFacts(evaluateBudget(objective, look.ledger, to));
  const clients = clientsOf(slo, whole.history.sum(span));
  return { from: isoOf(span.from), to: isoOf(to), spentFrom, budget, curve, candidate, clients };
}

/** None at all are told where they should be there: their selector may find nothing. */
function clientsOf(slo: SloConfig, { good, bad, clientErrors }: Counts): Shown['clients'] {
  const isDeclared = partsOf(slo).some(
    ({ indicator }) => indicator.kind === 'measured' && 'clientErrors' in indicator.query,
  );
  return clientErrors > 0 || isDeclared ? { errors: clientErrors, requests: good + bad } : null;
}

/** The end of what is shown: what was asked is as complete as its sources promise, by the clock. */
async function endOf(tx: Tx, slo: SloConfig, anew: Anew, { reads }: Evaluator): Promise<Minute> {
  const asked = anew?.asked ?? null;
  if (asked !== null && anew?.histories.size === partsOf(slo).length) return asked.to;
  const through = (await watermarkOf(tx, reads, slo)) ?? clockMinute(tx, slo);
  return asked === null ? through : Math.min(asked.to, through);
}
