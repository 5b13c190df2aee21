import { setImmediate as breathe } from 'node:timers/promises';
import type { Config, SloConfig } from '@sekisho/config';
import { createScanner, formats } from '@sekisho/counting';
import { liveIncident, logText } from '@sekisho/practice/logs';

/** What is rehearsed: an evening of the shop, with a week of its own before it. */
export interface Scene {
  readonly slo: SloConfig;
  /** First minute of the week before. */
  readonly from: number;
  readonly past: readonly MinuteOfLog[];
  /** The minutes to be played, from the calm before to the calm after. */
  readonly ahead: readonly MinuteOfLog[];
  /** When somebody deployed, and when it began to fail. */
  readonly deployedAt: number;
  readonly brokeAt: number;
}

export interface MinuteOfLog {
  readonly good: number;
  readonly bad: number;
  readonly excluded: number;
  readonly measured: number;
}

const day = 1440;
const seed = 20_261_004;
const daysBefore = 7;
const calmBefore = 10;
const failing = 14;
/** Long enough for the alert to have seen the end of it. */
const after = 40;
/** Nine in the evening of Tokyo, when the shop is busiest. */
const evening = 12 * 60;

/** The first SLO that is judged by the shop's load balancer. */
export function rehearsedSlo({ slos }: Pick<Config, 'slos'>): SloConfig | null {
  return slos.find((slo) => eventsOf(slo) !== null) ?? null;
}

function eventsOf({ indicator, method, parts }: SloConfig) {
  // A composite is not judged by one log alone.
  if (parts !== undefined) return null;
  const fits = indicator.kind === 'events' && indicator.source === 'shop-alb';
  return fits && method.kind === 'occurrences' ? indicator : null;
}

/**
 * Writes the log of an evening that has passed, and of the week before, and counts both with the
 * scanner that counts every log. Other work goes on in between.
 * @param now milliseconds since 1970
 */
export async function makeScene(slo: SloConfig, now: number): Promise<Scene> {
  const today = Math.floor(now / 60_000 / day);
  const brokeAt = (today - 1) * day + evening;
  const first = brokeAt - calmBefore;
  const from = first - daysBefore * day;
  // Milder than the live one: one can watch the alert's windows fill before it fires.
  const incident = { ...liveIncident(brokeAt, failing), failing: 0.16, traffic: 1.3 };
  const scene = { seed, start: from, happenings: [incident] };
  const past: MinuteOfLog[] = [];
  const step = day / 4;
  for (let at = from; at < first; at += step) {
    past.push(...count(slo, scene, { from: at, to: at + step }));
    await breathe();
  }
  const ahead = count(slo, scene, { from: first, to: incident.to + after });
  return { slo, from, past, ahead, deployedAt: brokeAt - 3, brokeAt };
}

function count(
  slo: SloConfig,
  scene: Parameters<typeof logText>[2],
  span: { readonly from: number; readonly to: number },
): MinuteOfLog[] {
  const indicator = eventsOf(slo);
  if (indicator === null || formats.alb === undefined) throw new Error('nothing to rehearse');
  const scanner = createScanner({ format: formats.alb, sli: indicator.sli });
  scanner.push(Buffer.from(logText('shop-alb', span, scene)));
  const minutes = new Map(scanner.end().minutes.map((each) => [each.minute, each]));
  return Array.from({ length: span.to - span.from }, (_, index) => {
    const { good = 0, bad = 0, excluded = 0 } = minutes.get(span.from + index) ?? {};
    return { good, bad, excluded, measured: 60_000 };
  });
}
