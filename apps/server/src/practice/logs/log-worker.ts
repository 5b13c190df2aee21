import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { LogScene } from '@sekisho/practice/logs';
import { daysToWrite, followToday, writeDay } from './write-logs.ts';

/*
 * Writes the logs of practice: today's as it happens, and thirty days of history. In a thread of its
 * own, and it rests as long as it works, so that the first look at practice is not slow.
 */

const {
  folder,
  scene: first,
  aheadMs,
  days,
} = workerData as {
  folder: string;
  scene: LogScene;
  aheadMs: number;
  days: number;
};
let scene = first;
parentPort?.on('message', (next: LogScene) => {
  scene = next;
});
const now = () => Date.now() + aheadMs;
const follow = followToday(folder, now);

const missing = daysToWrite(folder, scene, { now: now(), history: days });
const timer = setInterval(() => follow(scene), 1000);
follow(scene);
for (const each of missing) {
  const begun = performance.now();
  writeDay(folder, each, scene);
  await sleep(performance.now() - begun);
}
timer.ref();
