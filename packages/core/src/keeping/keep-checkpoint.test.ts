import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeKeeping, keepsAll } from '../../../../test/support/keeping.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { writeEntry } from '../../test/chain.ts';
import { CloudError } from '../platform/cloud-error.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { checkpointIn } from './judge-kept.ts';

const clock = turnableClock();
const keeping = fakeKeeping(() => clock.now());
const keys = () => [...keeping.objects.keys()];
let world: TestWorld;
let written = 0;

beforeAll(async () => {
  const database = await openTestDatabase();
  const config = keepsAll(practiceConfig());
  world = await createWorld({ database, clock, config, keeping });
  await world.core.begin();
});
afterAll(() => world.database.close());

/** The loop, `seconds` later; something happened meanwhile unless `idle`. */
async function later(seconds: number, idle = false): Promise<void> {
  if (!idle) await writeEntry(world.core.house, (written += 1));
  clock.turn(seconds);
  for (const { name, turn } of world.core.loopTurns) if (name === 'anchors') await turn();
}
const looked = async (...only: ('anchor' | 'backup' | 'kept-lock')[]) => {
  const { findings } = await world.as('sre', 'doctor.examine', { only });
  return findings.map(({ code, outcome, level }) => [code, outcome, level]);
};
const run = (statement: string) => sql.raw(statement).execute(world.database.kysely);
const pages = async () =>
  (await run(`select dedupe from outbox where topic = 'page'`)).rows as { dedupe: string }[];

it('keeps a signed checkpoint each hour in which something happened, and one a day else', async () => {
  expect(await looked('anchor')).toEqual([['anchor', 'absent', 'warning']]);
  await later(0);
  expect(keys()).toEqual([expect.stringMatching(/^kept\/anchors\/20260501T000000Z-\d+\.json$/)]);
  await later(1800);
  expect(keys()).toHaveLength(1);
  await later(1800);
  expect(keys()).toHaveLength(2);
  await later(7200, true);
  expect(keys()).toHaveLength(2);
  await later(86_400, true);
  expect(keys()).toHaveLength(3);
  const anchors = [...keeping.objects.values()].map(({ text }) => checkpointIn(text)!);
  expect(await world.as('auditor', 'timeline.verify', { anchors })).toMatchObject({
    ...{ ok: true, anchorsChecked: 3 },
  });
});

it('is told of by how old the newest is, and whether its bucket locks it', async () => {
  const both = () => looked('anchor', 'kept-lock');
  expect(await both()).toEqual([
    ['anchor', 'kept', 'ok'],
    ['kept-lock', 'none', 'warning'],
  ]);
  keeping.locks.set('kept', { mode: 'GOVERNANCE', days: 90 });
  clock.turn(3 * 86_400);
  expect(await both()).toEqual([
    ['anchor', 'late', 'warning'],
    ['kept-lock', 'good', 'ok'],
  ]);
});

it('tells of the newest backup in its place, whoever took it', async () => {
  expect(await looked('backup')).toEqual([['backup', 'absent', 'warning']]);
  const [text, at] = ['age', clock.now().toISOString()];
  keeping.objects.set('kept/backups/nightly.backup', { text, at });
  expect(await looked('backup')).toEqual([['backup', 'kept', 'ok']]);
  clock.turn(3 * 86_400);
  expect(await looked('backup')).toEqual([['backup', 'late', 'warning']]);
  const weekly = { ...practiceConfig().keeping.pageAfter, backups: 8 * 86_400 };
  world.configure((config) => ({ ...config, keeping: { ...config.keeping, pageAfter: weekly } }));
  expect(await looked('backup')).toEqual([['backup', 'kept', 'ok']]);
});

it('vouches for no timeline that the last checkpoint contradicts, pages and says so', async () => {
  await later(86_400);
  const before = keys();
  const newest = checkpointIn([...keeping.objects.values()].at(-1)!.text)!;
  const forged = 'f'.repeat(64);
  await run(`update entries set hash = '${forged}' where number = ${newest.number}`);
  expect(await looked('anchor')).toEqual([['anchor', 'contradicted', 'error']]);
  await later(86_400);
  expect(keys()).toEqual(before);
  expect((await pages()).map(({ dedupe }) => dedupe)).toContainEqual(
    expect.stringMatching(/^page:timeline-contradicted:/),
  );
  await run(`update entries set hash = '${newest.hash}' where number = ${newest.number}`);
  expect(await looked('anchor')).toEqual([['anchor', 'kept', 'ok']]);
});

it('pages once of a checkpoint that was removed, tells of it as such, and keeps another', async () => {
  const [removed, { text }] = [...keeping.objects].at(-1)!;
  const { number, hash } = checkpointIn(text)!;
  keeping.remove(removed);
  expect(await looked('anchor')).toEqual([['anchor', 'removed', 'error']]);
  // Its version bears witness as before.
  await run(`update entries set hash = '${'d'.repeat(64)}' where number = ${number}`);
  expect(await looked('anchor')).toEqual([['anchor', 'contradicted', 'error']]);
  const before = keys();
  await later(3600);
  expect(keys()).toEqual(before);
  await run(`update entries set hash = '${hash}' where number = ${number}`);
  await later(3600);
  expect(keys()).toHaveLength(before.length + 1);
  await later(600);
  const told = (await pages()).filter(({ dedupe }) => dedupe.startsWith('page:checkpoint-removed'));
  expect(told).toEqual([{ dedupe: `page:checkpoint-removed:${removed.slice(5)}:v0` }]);
  for (let day = 0; day < 3; day += 1) await later(86_400);
  expect(await looked('anchor')).toEqual([['anchor', 'kept', 'ok']]);
});

it('keeps checkpoints without the right to see what was removed, and the doctor asks for it', async () => {
  const { hidden } = keeping;
  keeping.hidden = async () => {
    throw new CloudError('denied', 'AccessDenied', 'not authorized: s3:ListBucketVersions');
  };
  const before = keys();
  await later(3600);
  expect(keys()).toHaveLength(before.length + 1);
  expect((await looked('anchor')).map(([, outcome]) => outcome)).toEqual(['kept', 'unread']);
  keeping.hidden = hidden;
});

it('holds one that a key of nobody signed against the timeline as well', async () => {
  const newest = checkpointIn([...keeping.objects.values()].at(-1)!.text)!;
  const { timeline } = practiceConfig();
  world.configure((config) => ({ ...config, timeline: { ...timeline, keys: ['another'] } }));
  expect(await looked('anchor')).toEqual([['anchor', 'strange-key', 'error']]);
  const [before, forged] = [keys(), 'e'.repeat(64)];
  await run(`update entries set hash = '${forged}' where number = ${newest.number}`);
  expect(await looked('anchor')).toEqual([['anchor', 'contradicted', 'error']]);
  await later(86_400);
  expect(keys()).toEqual(before);
  await run(`update entries set hash = '${newest.hash}' where number = ${newest.number}`);
  world.configure((config) => ({ ...config, timeline }));
});

it('begins anew after a restore, which explains what is missing', async () => {
  const last = checkpointIn([...keeping.objects.values()].at(-1)!.text)!;
  const gone = `number >= ${last.number}`;
  await run(`delete from entry_texts where ${gone}`);
  await run(`delete from entries where ${gone}`);
  const head = await run(`select number, hash from entries order by number desc limit 1`);
  const { number, hash } = head.rows[0] as { number: number; hash: string };
  await run(`update timeline_heads set number = ${number}, hash = '${hash}'`);
  expect(await looked('anchor')).toEqual([['anchor', 'contradicted', 'error']]);
  clock.turn(1);
  await transactAsSystem(world.core.house, async (tx) => tx.record({ action: 'recovery.began' }));
  expect(await looked('anchor')).toEqual([['anchor', 'before-restore', 'warning']]);
  await later(3600);
  expect(await looked('anchor')).toEqual([['anchor', 'kept', 'ok']]);
});

it.each([
  ['is none', () => 'hello', 'unreadable'],
  ['is of another installation', (text: string) => text.replace('practice', 'other'), 'unreadable'],
  ['bears another signature', (text: string) => text.replace(/"hash":"../, '"hash":"zz'), 'forged'],
])('tells of a newest checkpoint that %s', async (_, edit, outcome) => {
  clock.turn(1);
  const { text } = [...keeping.objects.values()].at(-1)!;
  const at = clock.now().toISOString();
  keeping.objects.set('kept/anchors/z.json', { text: edit(text), at });
  expect(await looked('anchor')).toEqual([['anchor', outcome, 'error']]);
  const before = keys();
  await later(86_400);
  expect(keys()).toEqual(before);
  expect((await pages()).map(({ dedupe }) => dedupe)).toContainEqual(
    expect.stringMatching(/^page:checkpoint-strange:anchors\/z\.json:/),
  );
  keeping.objects.delete('kept/anchors/z.json');
});
