import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Finding,
  findingCodes,
  judgeGraphql,
  judgeLogs,
  judgeMetrics,
  judgePromise,
  judgeSource,
  readExposition,
  usualWanted,
} from '@sekisho/objectives/doctor';
import { describe, expect, it } from 'vitest';
import { eventWords } from './event-words.ts';
import { graphqlWords } from './graphql-words.ts';
import { metricWords } from './metric-words.ts';
import { sourceWords } from './source-words.ts';
import { valueWords } from './value-words.ts';
import { findingText } from './words-of.ts';

const fixtures = fileURLToPath(
  new URL('../../../../../../../packages/objectives/test/doctor/metrics/', import.meta.url),
);

/** A finding of every kind that the judges make, with the evidence that they give it. */
function findingsOfAll(): readonly Finding[] {
  const expositions = readdirSync(fixtures).map((name) =>
    readFileSync(`${fixtures}${name}`, 'utf8'),
  );
  const metrics = expositions.flatMap((text) => {
    const exposition = readExposition(text);
    const wanted = { ...usualWanted, slowAfter: 0.3 };
    return [
      ...judgeMetrics({ exposition, wanted, seconds: 864_000 }).findings,
      ...judgeMetrics({
        exposition: readExposition('a_requests_total 1\n'),
        before: readExposition('a_requests_total 5\n'),
        wanted,
        seconds: 1,
      }).findings,
    ];
  });
  const base = {
    subject: 'combined',
    unparsed: [],
    timed: 0,
    wholeSeconds: 0,
    from: 0,
    to: 1000,
    paths: [],
    health: 0,
    sampled: 1,
  };
  const logs = [
    {
      ...base,
      lines: 100,
      unparsed: [{ reason: 'time', count: 3 }],
      statuses: new Map([[500, 97]]),
    },
    {
      ...base,
      lines: 100,
      statuses: new Map([
        [200, 90],
        [499, 10],
      ]),
      timed: 100,
      wholeSeconds: 100,
      health: 60,
      sampled: 0.1,
      paths: [{ path: '/graphql', events: 40, failed: 0 }],
    },
  ].flatMap((seen) => judgeLogs(seen, usualWanted).findings);
  const sli = { kind: 'latency', subject: 'a', query: { kind: 'graphql' } } as const;
  const promises = [null, 0.3].flatMap((within) =>
    [0, 0.6].flatMap((keeps) =>
      judgePromise({ ...sli, counted: { good: 6, bad: 4 }, within }, keeps, usualWanted),
    ),
  );
  const answers = { operations: 5, bad: 1, excluded: 0, behind200: 1, withErrors: 1 };
  const seen = { subject: 'a', ...answers, withoutCode: 1, unnamed: 5, unread: 1 };
  const graphql = [
    ...judgeGraphql(seen).findings,
    ...judgeGraphql({ ...seen, behind200: 0, probed: { statuses: [400, 400] } }).findings,
  ];
  const source = {
    subject: 'alb',
    failure: null,
    isRead: true,
    behindMinutes: 20,
    latenessMinutes: 15,
    damaged: 1,
    lost: 2,
    slos: [{ id: 'shop/answers', coverage: 0.9 }],
    lines: { total: 100, unparsed: 3, reasons: [{ reason: 'time', lines: 3 }] },
  };
  const failure = { code: 'denied', message: 'AccessDenied', times: 3 };
  const sources = [source, { ...source, failure }, { ...source, isRead: false, slos: [] }].flatMap(
    judgeSource,
  );
  return [...metrics, ...logs, ...promises, ...graphql, ...sources];
}

describe('the words of a finding', () => {
  it('are filled with what was seen, for every finding there is, in both languages', () => {
    const all = findingsOfAll();
    expect([...new Set(all.map(({ code }) => code))].toSorted()).toEqual(
      [...findingCodes].toSorted(),
    );
    const words = {
      ...metricWords,
      ...valueWords,
      ...eventWords,
      ...graphqlWords,
      ...sourceWords,
    };
    for (const finding of all) {
      const named = JSON.stringify(words[finding.code]).matchAll(/\{(\w+)\}/g);
      for (const [, name = ''] of named)
        expect(Object.keys({ ...finding.evidence, subject: '' }), finding.code).toContain(name);
      for (const language of ['en', 'ja'] as const)
        for (const text of Object.values(findingText(finding, language))) expect(text).not.toBe('');
    }
  });

  it('say shares in percent, never more than can be kept, and spans as people do', () => {
    const finding: Finding = {
      code: 'too-little-traffic',
      severity: 'spoils',
      about: ['availability'],
      subject: 'm',
      evidence: {
        events: 90,
        seconds: 864_000,
        inWindow: 270,
        allowed: 0.27,
        target: 0.999,
        windowMinutes: 43_200,
        keeps: 0.96299,
      },
    };
    expect(findingText(finding, 'en').seen).toBe(
      '90 events in 10 d: about 270 in 30 d, of which 0.27 may fail at 99.9%.',
    );
    expect(findingText(finding, 'ja').act).toContain('96.29%');
  });
});
