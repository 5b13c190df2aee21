import { gzipSync } from 'node:zlib';
import { defaultSli } from '@sekisho/counting';
import { minuteOf } from '@sekisho/objectives/minutes';
import { describe, expect, it } from 'vitest';
import { type LogFiles, SourceError } from '../ports.ts';
import { recountFiles } from './recount-files.ts';

const day = minuteOf(Date.parse('2026-11-02T00:00:00Z'));
const span = { from: day, to: day + 1440 };
const source = {
  name: 'logs',
  latenessMinutes: 1,
  kind: 'log-files',
  paths: ['*'],
  format: 'alb',
  fields: null,
} as const;

/** A line each second of some minutes. */
function linesOf(from: number, minutes: number, status = 200): Buffer {
  const lines = Array.from({ length: minutes * 60 }, (_, at) => {
    const when = new Date((day + from) * 60_000 + at * 1000).toISOString().replace('Z', '000Z');
    return `http ${when} app/a/1 10.0.0.1:1 10.0.0.2:80 0.001 0.020 0.001 ${status} ${status} 100 200 "GET http://a.example.com:80/ HTTP/1.1" "x" - -\n`;
  });
  return Buffer.from(lines.join(''));
}

function filesOf(contents: Readonly<Record<string, Buffer | SourceError>>): LogFiles {
  return {
    list: async () =>
      Object.keys(contents).map((path) => ({ path, id: path, size: 1, named: true })),
    async *read({ path }) {
      const content = contents[path] ?? Buffer.alloc(0);
      if (content instanceof SourceError) throw content;
      for (let at = 0; at < content.length; at += 1000) yield content.subarray(at, at + 1000);
    },
  };
}

describe('counting log files anew', () => {
  it('counts plain and compressed files, a minute that two share once as measured', async () => {
    const files = filesOf({
      '/a.log': linesOf(30, 10, 500),
      '/a.log.1.gz': gzipSync(linesOf(0, 31)),
    });
    const history = await recountFiles(files, source, defaultSli, span);
    expect(history.sum(span)).toMatchObject({ good: 31 * 60, bad: 600, measured: 40 * 60_000 });
  });

  it.each([
    ['plain', (bytes: Buffer) => bytes],
    ['compressed', gzipSync],
  ])(
    'ends in the middle of a %s file once enough was read, with the newest counted',
    async (_, pack) => {
      const files = filesOf({ '/a.log': pack(linesOf(60, 60)), '/a.log.1': pack(linesOf(0, 60)) });
      const history = await recountFiles(files, source, defaultSli, span, 40_000);
      const { good } = history.sum(span);
      expect(good).toBeGreaterThan(0);
      expect(good).toBeLessThan(60 * 60 + 1);
      expect(history.sum({ from: day, to: day + 60 }).good).toBe(0);
    },
  );

  it('passes over a file that is gone, and tells of one that cannot be read', async () => {
    const gone = filesOf({ '/a.log': new SourceError('gone', 'x'), '/a.log.1': linesOf(0, 1) });
    expect((await recountFiles(gone, source, defaultSli, span)).sum(span).good).toBe(60);
    const denied = filesOf({ '/a.log': new SourceError('denied', 'x') });
    await expect(recountFiles(denied, source, defaultSli, span)).rejects.toMatchObject({
      code: 'denied',
    });
  });
});
