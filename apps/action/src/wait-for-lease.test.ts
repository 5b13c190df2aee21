import { describe, expect, it } from 'vitest';
import type { Answer } from './read-answer.ts';
import { waitForLease } from './wait-for-lease.ts';

const waits: Answer = {
  ...{ lease: 'ci-1', state: 'requested', url: null, message: 'Waits.', role: null },
  ...{ credentials: null, deadline: null, retryAfterSeconds: 2 },
};

/** A wait by a clock of its own, in which Sekisho keeps back each answer for as long as it may. */
async function wait(waitSeconds: number, answerAt: (second: number) => Answer = () => waits) {
  let at = 0;
  const asked: number[] = [];
  const told: [string, number][] = [];
  const ended = await waitForLease({
    ...{ url: 'https://sekisho.example.com', waitSeconds, now: () => at, random: () => 0 },
    sleep: (milliseconds) => Promise.resolve(void (at += milliseconds)),
    ask(seconds) {
      asked.push(seconds);
      at += seconds * 1000;
      return Promise.resolve(answerAt(at / 1000));
    },
    onNews: ({ state }, waited) => void told.push([state, waited]),
    onTrouble: (why) => void told.push([why, 0]),
  }).catch((error: unknown) => error);
  return { asked, told, ended };
}

describe('a job that waits', () => {
  it('asks at once where to approve, and keeps back answers only after that', async () => {
    const { asked } = await wait(120);
    expect(asked[0]).toBe(0);
    expect(asked[1]).toBe(28);
  });

  it('tells about once a minute that it waits, and each change at once', async () => {
    const { told } = await wait(600, (second) =>
      second < 400 ? waits : { ...waits, state: 'approved', message: 'Approved.' },
    );
    const still = told.filter(([state]) => state === 'requested').map(([, waited]) => waited);
    expect(still[0]).toBe(0);
    const gaps = still.slice(1).map((second, index) => second - (still[index] ?? 0));
    expect(gaps.length).toBeGreaterThanOrEqual(5);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(60);
    for (const gap of gaps) expect(gap).toBeLessThanOrEqual(65);
    expect(told.find(([state]) => state === 'approved')?.[1]).toBeLessThanOrEqual(430);
  });
});
