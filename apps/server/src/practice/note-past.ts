import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputOf, Language } from '@sekisho/contract';
import type { Context, Core } from '@sekisho/core';
import type { Happening } from '@sekisho/practice/logs';
import type { Logger } from 'pino';

type Note = Pick<InputOf<'timeline.note'>, 'kind' | 'text'> & { readonly who: string };

/** What practice's people wrote of what happened before it began; of the rest nobody knows why. */
const written: Readonly<Record<string, Note>> = {
  maintenance: {
    ...{ kind: 'operation', who: 'sre2' },
    text: 'Database upgrade, announced / データベースの更新（告知済み）',
  },
  'database-full': {
    ...{ kind: 'incident', who: 'sre' },
    text: 'INC-12 Database disk full / データベースの容量不足',
  },
  'deploy-that-burns': {
    ...{ kind: 'deploy', who: 'engineer' },
    text: 'shop 2.14.0, rolled back / 切り戻し済み',
  },
  'resolver-down': {
    ...{ kind: 'incident', who: 'sre' },
    text: 'INC-13 Price resolver down / 価格リゾルバの停止',
  },
};

/** Notes practice's past on the timeline, once in the life of its data directory. */
export async function notePast(
  core: Pick<Core, 'call' | 'house'>,
  { folder, past }: { readonly folder: string; readonly past: readonly Happening[] },
  logger: Logger,
): Promise<void> {
  const mark = join(folder, 'noted');
  if (past.length === 0 || existsSync(mark)) return;
  try {
    for (const { name, service, from, to } of past) {
      const note = written[name];
      if (note === undefined) continue;
      const { who, ...said } = note;
      const span = { from: isoOf(from), to: isoOf(to) };
      await core.call('timeline.note', contextOf(core, who), { ...said, service, ...span });
    }
    writeFileSync(mark, '');
  } catch (error) {
    logger.warn({ err: error }, 'what happened before practice began was not noted');
  }
}

function contextOf({ house }: Pick<Core, 'house'>, who: string): Context {
  const now = house.clock.now().toISOString();
  const language: Language = 'en';
  return {
    principal: { id: who, kind: 'person', assurance: 'practice', authenticatedAt: now },
    ...{ language, requestId: `practice-past-${who}`, scopes: null },
  };
}

function isoOf(minute: number): string {
  return new Date(minute * 60_000).toISOString();
}
