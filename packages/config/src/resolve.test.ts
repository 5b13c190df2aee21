import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { practiceSeed as seed } from '../../../test/support/practice-seed.ts';
import { type ConditionFacts, jsonSchema, loadConfig, onCallAt } from './index.ts';

const config = loadConfig(seed, 'sekisho.yaml');

const facts: ConditionFacts = {
  request: {
    seconds: 3600,
    reason: 'look',
    ticket: 'OPS-12',
    kind: 'ops-server',
    size: 't3.small',
    permissionSet: '',
    ...{ repository: '', purpose: '', ref: '', event: '', actor: '' },
    ...{ destroys: 0, replaces: 0, dangers: 0 },
  },
  person: { id: 'sre', role: 'admin', groups: ['sre'], onCall: true },
  environment: { name: 'production', production: true },
  now: new Date('2026-11-21T05:00:00Z'),
  budgets: () => ({ problem: 'unknown' }),
};

function conditionOf(when: string) {
  const text = seed.replace(
    'where: [staging]',
    `where: [staging]\n    when: ${JSON.stringify(when)}`,
  );
  const condition = loadConfig(text, 'sekisho.yaml').policies[0]?.condition;
  if (!condition) throw new Error('the rule has no condition');
  return condition;
}

describe('the configuration in force', () => {
  it('has spans in seconds and defaults filled in', () => {
    expect(config.environments.production?.opsServer).toMatchObject({
      defaultSeconds: 1800,
      maximumSeconds: 3600,
      maximumHoldSeconds: 7200,
      quota: 3,
      idleAfterSeconds: null,
    });
    expect(config.leases).toEqual({
      lapseAfterSeconds: 28_800,
      reminderSeconds: [600, 300],
      readyWithinSeconds: 300,
      quietPeriodSeconds: 900,
      orphanGraceSeconds: 86_400,
    });
    expect(config.policies.map(({ approval }) => approval.count)).toEqual([
      0, 1, 0, 0, 0, 1, 1, 1, 1,
    ]);
  });

  it('has one hash for one meaning, however it is written', () => {
    const rewritten = stringify(parseDocument(seed).toJS(), { sortMapEntries: true });
    expect(loadConfig(rewritten, 'other.yaml').hash).toBe(config.hash);
    expect(loadConfig(seed.replace('maximum: 8h', 'maximum: 7h'), 'x.yaml').hash).not.toBe(
      config.hash,
    );
  });

  it('writes working hours as people do', () => {
    const hours =
      'workingHours: { days: [fri, mon, tue, wed, thu, sun], from: "09:00", to: "19:00", timeZone: Asia/Tokyo }';
    const read = loadConfig(seed.replace('idleAfter: 30m', hours), 'x.yaml').environments.staging
      ?.opsServer.workingHours;
    expect(read).toEqual({
      days: [0, 1, 2, 3, 4, 5],
      fromMinute: 540,
      toMinute: 1140,
      timeZone: 'Asia/Tokyo',
      text: 'mon–fri, sun 09:00–19:00 Asia/Tokyo',
    });
  });
});

describe('conditions', () => {
  it.each([
    ['request.seconds <= 3600', true],
    ['"sre" in person.groups && person.onCall', true],
    ['environment.production && request.ticket == ""', false],
    ['request.ticket.matches("^OPS-[0-9]+$")', true],
    ['now.getHours("Asia/Tokyo") < 12', false],
  ])('%s', (when, expected) => {
    expect(conditionOf(when)(facts)).toBe(expected);
  });

  it('throw rather than guess when they cannot be evaluated', () => {
    expect(() => conditionOf('person.groups[5] == "a"')(facts)).toThrow();
  });
});

describe('the rota', () => {
  it('goes round from its first turn', () => {
    expect(onCallAt(config, new Date('2026-01-05T00:00:00Z'))).toBe('sre');
    expect(onCallAt(config, new Date('2026-01-11T23:59:59Z'))).toBe('sre');
    expect(onCallAt(config, new Date('2026-01-12T00:00:00Z'))).toBe('sre2');
    expect(onCallAt(config, new Date('2026-01-19T00:00:00Z'))).toBe('sre');
  });

  it('has nobody before its first turn, or when there is none', () => {
    expect(onCallAt(config, new Date('2026-01-04T23:59:59Z'))).toBeNull();
    expect(onCallAt({ onCall: null }, new Date())).toBeNull();
  });
});

describe('the JSON Schema', () => {
  it('describes keys, and is what the repository holds', () => {
    const written = readFileSync(
      new URL('../../../schemas/sekisho.schema.json', import.meta.url),
      'utf8',
    );
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
    expect(written).toContain('CEL condition');
  });
});
