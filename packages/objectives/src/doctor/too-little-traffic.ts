import type { Finding, SliKind, Wanted } from './finding.ts';

/** Events counted in some time. */
export interface Traffic {
  readonly events: number;
  readonly seconds: number | null;
  readonly about: readonly SliKind[];
  readonly subject: string;
}

const few = 10;
/** Less than this tells no rate. */
const leastSeconds = 600;

/**
 * Whether so few events come that a handful of failures, or a single one, spends the budget of a
 * whole window: nothing when they are enough, or when their rate is not known.
 */
export function tooLittleTraffic(
  { events, seconds, about, subject }: Traffic,
  { target, windowMinutes }: Wanted,
): readonly Finding[] {
  if (seconds === null || seconds < leastSeconds) return [];
  const inWindow = (events / seconds) * windowMinutes * 60;
  const allowed = inWindow * (1 - target);
  if (allowed >= few) return [];
  const evidence = {
    events,
    seconds,
    inWindow: Math.round(inWindow),
    allowed: Math.floor(allowed * 100 + 1e-9) / 100,
    target,
    windowMinutes,
    // The highest target at which ten failures do not spend it.
    keeps: Math.max(0, inWindow === 0 ? 0 : 1 - few / inWindow),
  };
  const severity = allowed < 1 ? 'spoils' : 'weakens';
  return [{ code: 'too-little-traffic', severity, about, subject, evidence }];
}
