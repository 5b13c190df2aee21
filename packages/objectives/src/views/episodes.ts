import { type Hours, isBad, type Judgement } from './hour.ts';

/** A run of bad hours: one trouble, however long. Places in the list of hours; `to` is not in it. */
export interface Episode {
  readonly from: number;
  readonly to: number;
}

/** Whether another view showed the same trouble. */
export type Echo = 'shown' | 'not-shown' | 'unmeasured' | 'too-little-traffic';

/** Good hours between two bad ones that still make one trouble of them. */
const joined = 1;

/** The troubles of a view. Hours of one trouble are no independent proof: each counts once. */
export function episodesOf(judged: readonly Judgement[]): readonly Episode[] {
  const episodes: { from: number; to: number }[] = [];
  for (const [index, judgement] of judged.entries()) {
    if (judgement !== 'bad') continue;
    const last = episodes.at(-1);
    if (last !== undefined && index - last.to <= joined) last.to = index + 1;
    else episodes.push({ from: index, to: index + 1 });
  }
  return episodes;
}

/**
 * Whether a trouble of one view shows in another: one of its hours is bad there too. Where it does
 * not, it matters whether it could have: hours that were not measured, or with so little traffic
 * that the same share of failures would not have been called bad, show nothing either way.
 */
export function echoOf({ from, to }: Episode, own: Hours, other: Hours): Echo {
  let [silent, able] = [false, false];
  for (let index = from; index < to; index += 1) {
    if (other.judged[index] === 'bad') return 'shown';
    if (own.judged[index] !== 'bad') continue;
    if (other.judged[index] === 'unmeasured') silent = true;
    else if (couldShow(own.hours[index]?.share ?? 0, other, index)) able = true;
  }
  if (silent) return 'unmeasured';
  return able ? 'not-shown' : 'too-little-traffic';
}

function couldShow(share: number, { hours, threshold }: Hours, index: number): boolean {
  const { good = 0, bad = 0 } = hours[index] ?? {};
  return isBad(Math.round(share * (good + bad)), good + bad, threshold);
}
