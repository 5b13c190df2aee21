import { addSeconds } from '../../platform/clock.ts';
import type { House, Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';

const key = 'github-pause';
/** Source: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
const leastSeconds = 60;
const longestSeconds = 3600;

interface Pause {
  readonly until: string;
  /** Pauses in a row for which GitHub did not say how long. */
  readonly unsaid: number;
}

/**
 * Leaves GitHub alone, on every replica: for as long as it said, or for a minute, and twice as long
 * each time that it complains again.
 * @param seconds null when it did not say
 */
export async function pauseGithub(house: House, seconds: number | null): Promise<void> {
  await transactAsSystem(house, async (tx) => {
    const before = await settingIn<Pause>(tx, key);
    const unsaid = seconds !== null ? 0 : againSoon(tx, before) ? before.unsaid + 1 : 1;
    const wait = seconds ?? leastSeconds * 2 ** (unsaid - 1);
    const until = addSeconds(tx.now, Math.min(longestSeconds, Math.max(1, wait)));
    // Another answer of the same moment may have asked for longer.
    if (before !== null && Date.parse(before.until) >= until.getTime()) return;
    await writeSetting(tx, key, { until: until.toISOString(), unsaid });
  });
}

function againSoon({ now }: Tx, before: Pause | null): before is Pause {
  return before !== null && now < addSeconds(new Date(before.until), longestSeconds);
}

/** Whether GitHub asked to be left alone, and it is not over. */
export async function isPaused(tx: Tx): Promise<boolean> {
  const pause = await settingIn<Pause>(tx, key);
  return pause !== null && tx.now < new Date(pause.until);
}

/** The same for whoever has no transaction. */
export async function githubPaused(house: House): Promise<boolean> {
  return transactAsSystem(house, isPaused);
}
