import type { BurnReading } from '@sekisho/objectives/alerts';
import { judgeSpan } from '@sekisho/objectives/budget';
import type { Look } from './evaluate/index.ts';

/**
 * Minutes until a tier fires if events go on coming and failing as in its short window: 0 when it
 * fires, null when at this rate it never will. The guard is not foreseen.
 */
export function firesInMinutes(look: Look, reading: BurnReading): number | null {
  const { objective, ledger, through } = look;
  const { long, short, factor, why } = reading;
  if (why === 'fires') return 0;
  if (through === null || short.burn === null || !(short.burn > factor)) return null;
  const now = judgeSpan(objective, ledger, { from: through - short.minutes, to: through });
  for (let ahead = 1; ahead <= long.minutes; ahead += 1) {
    const kept = { from: through - long.minutes + ahead, to: through };
    const past = judgeSpan(objective, ledger, kept);
    const share = ahead / short.minutes;
    const bad = past.bad + now.bad * share;
    const allowed = past.allowed + now.allowed * share;
    if (allowed > 0 && bad / allowed > factor) return ahead;
  }
  return null;
}
