import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type LogScene, logText, type PracticeLog, practiceLogs } from '@sekisho/practice/logs';

const minutesOfDay = 1440;
const msOfMinute = 60_000;
const keptDays = 45;

export const logNames = Object.keys(practiceLogs) as readonly PracticeLog[];

/** One day of one log, still to be written. */
export interface DayToWrite {
  readonly log: PracticeLog;
  /** Counted from 1970. */
  readonly day: number;
}

/**
 * The days that have passed and of which nothing is there, oldest first; days that nobody needs are removed.
 * @param history days before practice began of which there are logs
 */
export function daysToWrite(
  folder: string,
  scene: LogScene,
  { now, history }: { readonly now: number; readonly history: number },
): readonly DayToWrite[] {
  const today = dayAt(now);
  const first = dayAt(scene.start * msOfMinute) - history;
  for (const log of logNames) tidy(join(folder, log), today - keptDays);
  const days = Array.from({ length: Math.max(today - first, 0) }, (_, index) => first + index);
  return days
    .filter((day) => day > today - keptDays)
    .flatMap((day) => logNames.map((log) => ({ log, day })))
    .filter(({ log, day }) => !existsSync(`${pathOf(folder, log, day)}.gz`));
}

/** Writes a day that has passed: whole and compressed, or the rest of one that was begun live. */
export function writeDay(folder: string, { log, day }: DayToWrite, scene: LogScene): void {
  const path = pathOf(folder, log, day);
  const text = logText(log, spanOf(day), scene);
  if (existsSync(path)) return appendFrom(path, text);
  writeFileSync(`${path}.part`, gzipSync(text, { level: 1 }));
  renameSync(`${path}.part`, `${path}.gz`);
}

/** Follows the day that it is: each call appends what happened since, and finishes a day that has ended. */
export function followToday(folder: string, now: () => number) {
  const written = new Map<PracticeLog, number>();

  function follow(log: PracticeLog, scene: LogScene): void {
    const until = now();
    // A second call a day later finishes the day before first.
    const since = written.get(log) ?? dayAt(until) * minutesOfDay * msOfMinute;
    const end = Math.min(until, (dayAt(since) + 1) * minutesOfDay * msOfMinute);
    const path = pathOf(folder, log, dayAt(since));
    if (written.has(log)) appendFileSync(path, textBetween(log, since, end, scene));
    else appendFrom(path, textBetween(log, since, end, scene));
    written.set(log, end);
    if (end < until) follow(log, scene);
  }

  return (scene: LogScene) => {
    for (const log of logNames) follow(log, scene);
  };
}

function textBetween(log: PracticeLog, since: number, until: number, scene: LogScene): string {
  const from = Math.floor(since / msOfMinute);
  const to = Math.ceil(until / msOfMinute);
  const before = logText(log, { from, to: from + 1 }, scene, since).length;
  return logText(log, { from, to }, scene, until).slice(before);
}

/** The same text is made each time, and all of it is ASCII: what is there already is its beginning. */
function appendFrom(path: string, text: string): void {
  const there = existsSync(path) ? statSync(path).size : 0;
  appendFileSync(path, text.slice(there));
}

function pathOf(folder: string, log: PracticeLog, day: number): string {
  return join(folder, log, `${new Date(day * 86_400_000).toISOString().slice(0, 10)}.log`);
}

function spanOf(day: number): { readonly from: number; readonly to: number } {
  return { from: day * minutesOfDay, to: (day + 1) * minutesOfDay };
}

function dayAt(ms: number): number {
  return Math.floor(ms / msOfMinute / minutesOfDay);
}

function tidy(folder: string, oldest: number): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const day = Date.parse(name.slice(0, 10)) / 86_400_000;
    if (name.endsWith('.part') || day < oldest) rmSync(join(folder, name), { force: true });
  }
}
