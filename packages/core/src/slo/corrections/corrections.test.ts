import type { InputOf } from '@sekisho/contract';
import { type Correction, maskOf } from '@sekisho/objectives/corrections';
import { isoOf, minuteOf } from '@sekisho/objectives/minutes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, practiceConfig, type TestWorld } from '../../../../../test/support/world.ts';
import { addSlo, liveConfig } from '../../../test/agreements.ts';
import { entriesDuring, refusal } from '../../../test/leases.ts';
import { sloConfig, withSlos } from '../../../test/slos.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { correctionsOfEach } from './counting.ts';

// 2026-05-01, a Friday, is when the world begins.
const config = liveConfig(withSlos(practiceConfig()));
let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: config.live });
});
afterAll(() => world.database.close());

const reason = 'database move, announced';
const lastNight = { from: '2026-04-30T02:00Z', to: '2026-04-30T03:00Z', reason };
const sundays = {
  ...{ rule: 'FREQ=WEEKLY;BYDAY=SU', start: '2026-05-03 02:00', for: '1h' },
  ...{ timeZone: 'Asia/Tokyo', reason: 'weekly maintenance' },
};
const correct = (who: string, slo: string, when: Partial<InputOf<'slo.correct'>>) =>
  world.as(who, 'slo.correct', { slos: [slo], reason, ...when });
const accept = (who: string, id: string) => world.as(who, 'slo.accept', { id });

async function counting(id: string): Promise<readonly Correction[]> {
  return transactAsSystem(world.core.house, async (tx) => {
    const slos = tx.config.slos.filter((slo) => slo.id === id);
    return (await correctionsOfEach(tx, slos)).get(id) ?? [];
  });
}

/** What is taken out of an SLO within the month around the world's beginning, as ISO 8601. */
async function takenOut(id: string): Promise<string[]> {
  const at = (iso: string) => minuteOf(Date.parse(iso));
  const within = { from: at('2026-04-15T00:00Z'), to: at('2026-05-20T00:00Z') };
  return maskOf(await counting(id), within).spans.map(
    ({ from, to }) => `${isoOf(from)}/${isoOf(to)}`,
  );
}

describe('a correction', () => {
  it('takes nothing out until another owner or SRE agreed to it', async () => {
    const id = addSlo(config);
    const asked = await correct('engineer', id, lastNight);
    expect(asked).toMatchObject({
      ...{ state: 'open', retroactive: true, slos: [id] },
      when: { kind: 'once', from: '2026-04-30T02:00:00Z', to: '2026-04-30T03:00:00Z' },
      needs: [{ people: ['sre', 'sre2'] }],
    });
    expect(await takenOut(id)).toEqual([]);
    expect(await refusal(accept('engineer', asked.id))).toBe('agreement-given');
    expect(await refusal(accept('support', asked.id))).toBe('not-of-service');
    expect(await takenOut(id)).toEqual([]);
    expect(await accept('sre2', asked.id)).toMatchObject({ state: 'agreed' });
    expect(await takenOut(id)).toEqual(['2026-04-30T02:00:00Z/2026-04-30T03:00:00Z']);
    expect(await counting(id)).toMatchObject([{ who: 'engineer', why: reason, agreedBy: 'sre2' }]);
  });

  it('may be asked for only by an owner or an SRE, and agreed to by an owner as well', async () => {
    const id = addSlo(config);
    expect(await refusal(correct('support', id, lastNight))).toBe('not-of-service');
    expect(await refusal(correct('auditor', id, lastNight))).toBe('read-only');
    const asked = await correct('sre', id, lastNight);
    expect(await accept('engineer', asked.id)).toMatchObject({ state: 'agreed' });
  });

  it('recurs by the clocks of its zone until it is ended, and what it took out stays out', async () => {
    const id = addSlo(config);
    const asked = await correct('engineer', id, sundays);
    expect(asked).toMatchObject({ retroactive: false });
    await accept('sre', asked.id);
    const taken = await takenOut(id);
    expect(taken).toEqual([
      '2026-05-02T17:00:00Z/2026-05-02T18:00:00Z',
      '2026-05-09T17:00:00Z/2026-05-09T18:00:00Z',
      '2026-05-16T17:00:00Z/2026-05-16T18:00:00Z',
    ]);
    world.clock.turn(10 * 86_400);
    const { entries, answer } = await entriesDuring(world, () =>
      world.as('engineer', 'slo.uncorrect', { id: asked.id, reason: 'moved to blue and green' }),
    );
    expect(answer).toMatchObject({ state: 'ended', countsAgainFrom: '2026-05-11T00:00:00Z' });
    expect(entries).toMatchObject([{ action: 'slo.uncorrect', data: { state: 'ended' } }]);
    expect(await takenOut(id)).toEqual(taken.slice(0, 2));
    const all = { id: asked.id, reason, entirely: true };
    expect(await world.as('sre', 'slo.uncorrect', all)).toMatchObject({ state: 'taken-back' });
    expect(await takenOut(id)).toEqual([]);
    expect(await refusal(world.as('sre', 'slo.uncorrect', all))).toBe('agreement-over');
  });

  it('of a single span is taken back whole, and its history says by whom and why', async () => {
    const id = addSlo(config);
    const asked = await correct('engineer', id, lastNight);
    await accept('sre', asked.id);
    await world.as('sre2', 'slo.uncorrect', { id: asked.id, reason: 'it was not the move' });
    expect(await takenOut(id)).toEqual([]);
    expect(await world.as('auditor', 'slo.corrections', { id })).toMatchObject([
      { state: 'taken-back', endedBy: 'sre2', endReason: 'it was not the move' },
    ]);
  });

  it('of a whole service is for every SLO of it, later ones too', async () => {
    const id = addSlo(config);
    const service = `service-${id}`;
    const asked = await world.as('engineer', 'slo.correct', { service, ...lastNight });
    expect(asked).toMatchObject({ service, slos: null });
    await accept('sre', asked.id);
    const later = sloConfig({ id: `${id}-latency`, service });
    config.now = { ...config.now, slos: [...config.now.slos, later] };
    expect(await takenOut(later.id)).toEqual(await takenOut(id));
    expect(await takenOut(id)).toHaveLength(1);
    expect(await world.as('auditor', 'slo.corrections', { id: later.id })).toHaveLength(1);
  });

  it('is not answered after thirty days', async () => {
    const id = addSlo(config);
    const asked = await correct('engineer', id, sundays);
    world.clock.turn(30 * 86_400);
    expect(await refusal(accept('sre', asked.id))).toBe('agreement-over');
    expect(await counting(id)).toEqual([]);
  });
});

describe('what is no correction is told, with its reason', () => {
  const rule = (more: Partial<InputOf<'slo.correct'>>) => ({
    ...sundays,
    start: '2026-07-05T02:00',
    ...more,
  });
  const { start: _, ...noStart } = sundays;

  it.each([
    ['no-span', {}],
    ['two-spans', { ...sundays, ...lastNight }],
    ['half-span', { from: '2026-04-30T02:00Z' }],
    ['half-rule', noStart],
    ['empty-span', { from: '2026-04-30T03:00Z', to: '2026-04-30T02:00Z' }],
    ['too-long', { from: '2026-04-01', to: '2026-05-10' }],
    ['too-far-back', { from: '2024-04-01T00:00Z', to: '2024-04-02T00:00Z' }],
    ['too-far-ahead', { from: '2029-04-01T00:00Z', to: '2029-04-02T00:00Z' }],
    ['too-far-ahead', rule({ start: '2029-05-03T02:00' })],
    ['occurrence-too-long', rule({ for: '8d' })],
    ['bad-rule', rule({ rule: 'FREQ=SECONDLY' })],
    ['bad-start', rule({ start: 'soon' })],
    ['bad-time-zone', rule({ timeZone: 'Mars/Olympus' })],
    ['too-much', rule({ rule: 'FREQ=DAILY', for: '13h' })],
    ['never', rule({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' })],
  ] as const)('%s', async (problem, when) => {
    await expect(correct('engineer', 'checkout-availability', when)).rejects.toMatchObject({
      code: 'bad-correction',
      facts: { problem },
    });
  });

  it('when it names nothing, too much, or what does not exist', async () => {
    const ask = (subject: object) => world.as('sre', 'slo.correct', { ...subject, ...lastNight });
    const other = addSlo(config);
    const slos = ['checkout-availability', other];
    await expect(ask({})).rejects.toMatchObject({ facts: { problem: 'names-nothing' } });
    await expect(ask({ slos })).rejects.toMatchObject({ facts: { problem: 'several-services' } });
    await expect(ask({ slos, service: 'checkout' })).rejects.toMatchObject({
      facts: { problem: 'names-both' },
    });
    expect(await refusal(ask({ slos: ['nothing'] }))).toBe('slo-not-found');
    expect(await refusal(ask({ service: 'nothing' }))).toBe('service-not-found');
  });
});
