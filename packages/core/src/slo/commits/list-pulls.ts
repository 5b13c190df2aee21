import type { House, Tx } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { standingsOf } from '../standing/standings-of.ts';
import { isDue, type Listing, listingsIn, noteListing, pullsAskedAt } from './listing-state.ts';
import { orderStatuses, slosByRepository } from './order-statuses.ts';
import { isPaused, pauseGithub } from './pause.ts';
import type { ListPulls } from './pulls-port.ts';
import { closeMissing, keepPulls, type TakenPull } from './store.ts';

/** Of one repository: the thousand open pull requests that changed last. */
const mostPages = 10;
/** After so many questions a pass begins no other repository; a token has 5,000 an hour. */
const mostQuestions = 30;

interface Due extends Pick<Listing, 'api' | 'spent'> {
  readonly repository: string;
  readonly last: Listing | undefined;
}

/**
 * Asks GitHub for the open pull requests of repositories that are due, and orders the status of every
 * head that shows another than it should: also where no event came. One pass at a time is the
 * caller's to see to.
 *
 * Errors: `AggregateError` when some could not be listed; those are tried again after growing waits.
 */
export async function listPulls(house: House, list: ListPulls): Promise<void> {
  const due = await transactAsSystem(house, dueRepositories);
  const failures: Error[] = [];
  let questions = 0;
  for (const one of due) {
    if (questions >= mostQuestions) break;
    const listed = await listOne(house, list, one).catch((error: unknown) => ({ error }));
    if ('error' in listed) {
      await noteFailed(house, one);
      const message = `the pull requests of ${one.repository} could not be listed`;
      failures.push(new Error(message, { cause: listed.error }));
      // Whoever cannot be reached for one is not asked for the others.
      break;
    }
    questions += listed.questions;
    if (listed.limited) break;
    if (listed.refused !== null) {
      await noteFailed(house, one);
      failures.push(new Error(refusal(one.repository, listed.refused)));
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, failures.map(({ message }) => message).join('; '));
}

function refusal(repository: string, status: number): string {
  return `GitHub answered ${status} to the listing of pull requests of ${repository}; look at the repository's name, and whether the token may read pull requests`;
}

/** Repositories to be listed now, the longest unlisted first; none while GitHub asks to be left alone. */
async function dueRepositories(tx: Tx): Promise<readonly Due[]> {
  const { github } = tx.config;
  if (github === null || (await isPaused(tx))) return [];
  const speaking = slosByRepository(tx.config);
  const standings = await standingsOf(tx, [...new Set([...speaking.values()].flat())]);
  const listings = await listingsIn(tx);
  const reasons = { now: tx.now, api: github.api, askedAt: await pullsAskedAt(tx) };
  return [...speaking]
    .map(([repository, slos]): Due => {
      const spent = slos.some(({ id }) => {
        const standing = standings.get(id);
        return standing !== undefined && 'remaining' in standing && standing.remaining <= 0;
      });
      return { repository, last: listings[repository], api: github.api, spent };
    })
    .filter(({ last, spent }) => isDue(last, { ...reasons, spent }))
    .toSorted((a, b) => ((a.last?.at ?? '') < (b.last?.at ?? '') ? -1 : 1));
}

interface Listed {
  readonly questions: number;
  readonly limited: boolean;
  /** Status of a refusal; null without one. */
  readonly refused: number | null;
}

async function listOne(house: House, list: ListPulls, due: Due): Promise<Listed> {
  const { repository, last, api } = due;
  const known = last?.api === api ? last.etag : null;
  const startedAt = house.clock.now();
  let etag = known;
  for (let page = 1; ; page += 1) {
    const answer = await list({ repository, page, etag: page === 1 ? known : null });
    const asked = { questions: page, limited: false, refused: null };
    if (answer.kind === 'limited') {
      await pauseGithub(house, answer.seconds);
      return { ...asked, limited: true };
    }
    if (answer.kind === 'refused') return { ...asked, refused: answer.status };
    if (answer.kind === 'pulls') {
      if (page === 1) etag = answer.etag;
      const whole = page === 1 && !answer.more;
      await take(house, repository, answer.pulls, whole ? startedAt : null);
      if (answer.more && page < mostPages) continue;
    }
    await note(house, due, { failed: 0, etag });
    return asked;
  }
}

/**
 * Keeps a page of pull requests.
 * @param wholeAt when it was asked for, if it is all there is: what it does not name is closed
 */
async function take(
  house: House,
  repository: string,
  pulls: readonly TakenPull[],
  wholeAt: Date | null,
): Promise<void> {
  await transactAsSystem(house, async (tx) => {
    // One that changed while it was listed may stand on a page twice: the last is not the older.
    const each = new Map(pulls.map((pull) => [pull.number, { ...pull, repository }]));
    await keepPulls(tx, [...each.values()]);
    const numbers = pulls.map(({ number }) => number);
    if (wholeAt !== null) await closeMissing(tx, repository, numbers, wholeAt);
  });
}

async function noteFailed(house: House, due: Due): Promise<void> {
  const last = due.last?.api === due.api ? due.last : null;
  await note(house, due, { failed: (last?.failed ?? 0) + 1, etag: last?.etag ?? null });
}

/** Notes how it went, and orders statuses: whatever was read is told. */
async function note(
  house: House,
  { repository, api, spent }: Due,
  how: Pick<Listing, 'failed' | 'etag'>,
): Promise<void> {
  await transactAsSystem(house, async (tx) => {
    await orderStatuses(tx, [repository]);
    const named = [...slosByRepository(tx.config).keys()];
    const at = tx.now.toISOString();
    await noteListing(tx, repository, { api, at, spent, ...how }, named);
  });
}
