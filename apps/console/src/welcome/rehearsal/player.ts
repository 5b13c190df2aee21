import type { SloPage, TierReading } from '@sekisho/contract';
import type { StepState } from '../tour.ts';

/** What is rehearsed, as practice answers when it begins. */
export interface Begun {
  readonly id: string;
  readonly slo: string;
  readonly displayName: string | null;
  readonly service: string;
  readonly target: number;
  readonly startsAt: string;
  readonly brokeAt: string;
  readonly minutes: number;
}

/** One minute of the incident, as it was judged. */
export interface Minute {
  readonly at: string;
  readonly good: number;
  readonly bad: number;
  readonly remainingShare: number | null;
  readonly burn: number | null;
  readonly tiers: readonly TierReading[];
  readonly page: SloPage | null;
  readonly news: 'fired' | 'resolved' | null;
}

/** How far somebody has watched. */
export interface Watched {
  readonly begun: Begun;
  readonly minutes: readonly Minute[];
  readonly over: boolean;
  /** Beats for which the clock stood still, so that the page and then its reasons could be read. */
  readonly read: number;
}

export const rehearsalSteps = ['calm', 'breaks', 'burns', 'page', 'explained', 'recovery'] as const;
export type RehearsalStep = (typeof rehearsalSteps)[number];

/** Milliseconds between two beats. */
export const beatMs = 1500;
const readPage = 6;
const readWhy = 14;

/** What the next beat brings: so many minutes more, a moment to read, or nothing any more. */
export function nextBeat(watched: Watched): { readonly play: number } | 'read' | 'over' {
  if (watched.over) return 'over';
  const step = stepOf(watched);
  if (step === 'page' || step === 'explained') return 'read';
  if (step === 'calm') return { play: 2 };
  const calmAgain = step === 'recovery' && watched.minutes.at(-1)?.bad === 0;
  return { play: calmAgain ? 3 : 1 };
}

/** The step that is being watched; null once all is over. */
export function stepOf({ begun, minutes, over, read }: Watched): RehearsalStep | null {
  if (over) return null;
  if (minutes.some(({ page }) => page !== null)) {
    if (read < readPage) return 'page';
    return read < readPage + readWhy ? 'explained' : 'recovery';
  }
  const broken = minutes.filter(({ at }) => Date.parse(at) > Date.parse(begun.brokeAt)).length;
  // A calm beat brings two minutes: the first broken one may come with another.
  return broken === 0 ? 'calm' : broken <= 2 ? 'breaks' : 'burns';
}

/** Which steps are done, which is on, which are to come. */
export function statesOf(watched: Watched): Readonly<Record<RehearsalStep, StepState>> {
  const step = stepOf(watched);
  const now = step === null ? rehearsalSteps.length : rehearsalSteps.indexOf(step);
  const states = rehearsalSteps.map((name, index): [RehearsalStep, StepState] => [
    name,
    index < now ? 'done' : index === now ? 'current' : 'ahead',
  ]);
  return Object.fromEntries(states) as Record<RehearsalStep, StepState>;
}

/** The same, with the reading that is left taken as done. */
export function skipReading(watched: Watched): Watched {
  const step = stepOf(watched);
  if (step === 'page') return { ...watched, read: readPage };
  return step === 'explained' ? { ...watched, read: readPage + readWhy } : watched;
}
