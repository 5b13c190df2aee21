import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { draftService, judgeMetrics, readExposition, usualWanted } from '../../src/doctor/index.ts';

/* Each file says in its first comments what the doctor must find in it, and which SLIs it yields. */
const folder = fileURLToPath(new URL('metrics/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.prom'));

function textOf(name: string): string {
  return readFileSync(`${folder}${name}`, 'utf8');
}

/** What the comments of a file say. */
function said(text: string, word: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^# ${word}: (.+)$`, 'gm'))].map(([, value = '']) => value);
}

function judged(text: string) {
  const [seconds] = said(text, 'seconds');
  const [slow] = said(text, 'slow-after');
  return judgeMetrics({
    exposition: readExposition(text),
    wanted: { ...usualWanted, slowAfter: slow === undefined ? null : Number(slow) },
    seconds: seconds === undefined ? null : Number(seconds),
  });
}

describe('the doctor of metrics', () => {
  it.each(files)('finds in %s what is wrong there, and nothing else', (name) => {
    const text = textOf(name);
    const found = judged(text).findings.map(
      ({ code, severity, subject }) => `${code} ${severity} ${subject === '' ? '-' : subject}`,
    );
    const expected = said(text, 'finds');
    // Notes that a file does not name are beside its point.
    expect(
      found.filter((one) => expected.includes(one) || !/ notes /.test(one)).toSorted(),
    ).toEqual([...expected].toSorted());
  });

  it.each(files.filter((name) => said(textOf(name), 'counted').length > 0))(
    'counts in %s what is good and bad of users, and nothing else',
    (name) => {
      const counts = judged(textOf(name)).slis.map(({ kind, counted }) =>
        [kind, counted?.good, counted?.bad].join(' '),
      );
      for (const expected of said(textOf(name), 'counted')) expect(counts).toContain(expected);
    },
  );

  it('drafts with the events of a GraphQL plug-in what it counts of clients’ own errors', () => {
    const { slis } = judged(textOf('graphql-beside.prom'));
    const drafted = draftService({
      ...{ service: 'shop', slis, wanted: usualWanted, targets: new Map(), logs: null },
      prometheusUrl: 'http://127.0.0.1:9090',
    });
    expect(drafted?.match(/clientErrors: .*/g)).toEqual([
      'clientErrors: graphql_sli_client_errors_total',
    ]);
  });

  it.each(files)('has of %s the SLIs that can be had, and no other', (name) => {
    const text = textOf(name);
    const kinds = [...new Set(judged(text).slis.map(({ kind }) => kind))].toSorted();
    expect(kinds.join(' ') || 'nothing').toEqual(said(text, 'yields')[0]);
  });
});
