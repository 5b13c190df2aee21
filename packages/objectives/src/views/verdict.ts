import type { Agreement } from './agreement.ts';
import type { RankCorrelation } from './rank.ts';

/** Whether a view can stand in for another. */
const verdicts = ['stands-in', 'does-not', 'not-enough'] as const;

/** What speaks against it, or keeps it from being said. */
const verdictReasons = [
  /** Troubles of the near view do not show. */
  'misses',
  /** It has troubles that the near view never had. */
  'own-troubles',
  /** Its worse hours are others. */
  'out-of-step',
  /** It shows less than half of what failed. */
  'understates',
  'never-together',
  'too-few-troubles',
  'unmeasured-troubles',
  'unclear',
] as const;

export interface Verdict {
  readonly verdict: (typeof verdicts)[number];
  /** The weightiest first; none when it stands in. */
  readonly because: readonly (typeof verdictReasons)[number][];
}

/** What is asked of a stand-in. */
const standInNeeds = {
  /** Troubles to judge by: five of five are the fewest that are no chance. */
  episodes: 5,
  /** Share of the troubles that must show, and of its own that must be meant. */
  share: 0.8,
  /** What these shares must be at least, with 95 % confidence. */
  low: 0.5,
  /** The rank correlation, with 95 % confidence. */
  rank: 0.5,
  /** Part of the failures in bad hours that must show. */
  strength: 0.5,
} as const;

/** What a verdict rests on; see `Pair`. */
export interface VerdictFacts {
  readonly hours: number;
  readonly seen: Agreement;
  readonly meant: Agreement;
  readonly rank: RankCorrelation;
  readonly strength: number | null;
}

/**
 * Accepts a view as stand-in only where all of it is shown: most troubles of users show in it, most of
 * its own are meant, bad hours rank alike, and each with confidence. Good hours never count: two views
 * that are fine for a month agree on nothing.
 */
export function verdictOf(facts: VerdictFacts): Verdict {
  const against = speaksAgainst(facts);
  if (against.length > 0) return { verdict: 'does-not', because: against };
  const open = keepsOpen(facts);
  return { verdict: open.length > 0 ? 'not-enough' : 'stands-in', because: open };
}

function speaksAgainst({ seen, meant, rank, strength }: VerdictFacts): Verdict['because'] {
  const enough = seen.episodes >= standInNeeds.episodes;
  const because: Verdict['because'][number][] = [];
  if (seen.high < standInNeeds.share) because.push('misses');
  if (meant.high < standInNeeds.share) because.push('own-troubles');
  if (enough && rank.high !== null && rank.high < standInNeeds.rank) because.push('out-of-step');
  // What is missed is understated anyway: it is said of troubles that show.
  const weak = enough && strength !== null && strength < standInNeeds.strength;
  if (weak && because.length === 0) because.push('understates');
  return because;
}

function keepsOpen({ hours, seen, meant, rank }: VerdictFacts): Verdict['because'] {
  if (hours === 0) return ['never-together'];
  if (seen.episodes < standInNeeds.episodes) return ['too-few-troubles'];
  const shown = shows(seen) && shows(meant) && (rank.low ?? -1) >= standInNeeds.rank;
  if (shown) return [];
  return seen.unclear > 0 ? ['unmeasured-troubles', 'unclear'] : ['unclear'];
}

function shows({ share, low }: Agreement): boolean {
  return share !== null && share >= standInNeeds.share && low > standInNeeds.low;
}
