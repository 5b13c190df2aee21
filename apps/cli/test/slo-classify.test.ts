import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, linesOf, runCli } from './run-cli.ts';

const line = (body: unknown, more: object = {}) =>
  `${JSON.stringify({ status: 200, contentType: 'application/json', body: typeof body === 'string' ? body : JSON.stringify(body), ...more })}\n`;
const failing = (code: string) => ({ errors: [{ message: 'no', extensions: { code } }] });

const classify = (stdin: string, ...args: readonly string[]) =>
  runCli(['slo', 'classify', 'graphql', ...args], { stdin });

function rulesFile(text: string): string {
  const path = join(emptyFolder(), 'graphql.yaml');
  writeFileSync(path, text);
  return path;
}

describe('sekisho slo classify graphql', () => {
  it('prints a verdict for each line, and results for a batch', async () => {
    const ended = await classify(
      [
        line({ data: { a: 1 } }),
        line(failing('GRAPHQL_VALIDATION_FAILED'), { status: 400, operation: 'Pay' }),
        line({ data: { a: null }, errors: [{ message: 'no', path: ['a'] }] }),
        line(failing('PERSISTED_QUERY_NOT_FOUND')),
        line('', { status: 499, aborted: true }),
        line('<html>'),
        line('Too many requests', { status: 429, contentType: 'text/plain' }),
        line([{ data: {} }, failing('UNAUTHENTICATED'), failing('INTERNAL_SERVER_ERROR')]),
      ].join(''),
    );
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(linesOf(ended.stdout)).toEqual([
      '{"class":"ok","counts":"good"}',
      '{"class":"client","counts":"good"}',
      '{"class":"partial","counts":"bad"}',
      '{"class":"protocol","counts":"excluded"}',
      '{"class":"aborted","counts":"excluded"}',
      '{"class":"not-graphql","counts":"bad"}',
      '{"class":"client","counts":"good"}',
      '{"results":[{"class":"ok","counts":"good"},{"class":"client","counts":"good"},{"class":"failed","counts":"bad"}]}',
    ]);
  });

  it('judges all lines but the bad ones, names those, and ends with 2', async () => {
    const ended = await classify(
      `${line({ data: {} })}\nnot json\n{"status":200}\n${line('<html>')}`,
    );
    expect(ended.code).toBe(2);
    expect(linesOf(ended.stdout)).toEqual([
      '{"class":"ok","counts":"good"}',
      '{"class":"not-graphql","counts":"bad"}',
    ]);
    expect(linesOf(ended.stderr)).toEqual([
      expect.stringMatching(/^Line 3: it is not JSON\. /),
      expect.stringMatching(/^Line 4: "body" is missing\. /),
      expect.stringMatching(/^2 lines could not be read .*; 2 were judged\./),
    ]);
  });

  it('names no more than twenty bad lines, and counts all', async () => {
    const ended = await classify('x\n'.repeat(1000));
    expect(ended.code).toBe(2);
    expect(linesOf(ended.stderr)).toHaveLength(21);
    expect(ended.stderr).toContain('1000 lines could not be read');
  });

  it('judges by the rules of a file', async () => {
    const rules = rulesFile(
      'partialSuccess: 0.75\nrateLimited: server\ncriticalPaths:\n  Pay: [checkout.payment]\n',
    );
    const partial = (path: string) => ({
      data: { checkout: {} },
      errors: [{ message: 'no', path: ['checkout', path] }],
    });
    const ended = await classify(
      [
        line(partial('payment'), { operation: 'Pay' }),
        line(partial('banner'), { operation: 'Pay' }),
        line(failing('RATE_LIMITED')),
      ].join(''),
      ...['--rules', rules],
    );
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(linesOf(ended.stdout)).toEqual([
      '{"class":"partial","counts":"bad"}',
      '{"class":"partial","counts":"bad","badPerMille":250}',
      '{"class":"failed","counts":"bad"}',
    ]);
  });

  it('tells every problem of the rules with its place, and judges nothing', async () => {
    const rules = rulesFile('rateLimited: never\ncode: {}\n');
    const ended = await classify(line({ data: {} }), '--rules', rules);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(
      'graphql.yaml:1:14 rateLimited: "never" is not allowed here. Use one of: client, server, excluded.',
    );
    expect(ended.stderr).toContain('graphql.yaml:2:1 code: "code" is not known here.');
    const missing = await classify('', '--rules', '/nowhere/graphql.yaml');
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('/nowhere/graphql.yaml');
  });

  it('says what it knows when asked for something else', async () => {
    const other = await runCli(['slo', 'classify', 'rest']);
    expect(other).toMatchObject({ code: 2, stdout: '' });
    expect(other.stderr).toContain('"rest" cannot be judged. What is known: graphql.');
    const none = await runCli(['slo', 'classify']);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('sekisho slo classify graphql < responses.jsonl');
    const more = await runCli(['slo', 'classify', 'graphql', 'file.jsonl']);
    expect(more).toMatchObject({ code: 2, stdout: '' });
    expect(more.stderr).toContain('file.jsonl');
  });

  it('says that nothing came when standard input is empty', async () => {
    const ended = await classify('');
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    expect(ended.stderr).toContain('Nothing came on standard input');
  });

  it('speaks Japanese', async () => {
    const ended = await classify('x\n', '--lang', 'ja');
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('1 行目: JSON ではありません');
  });

  it('takes a body of many megabytes in one line', async () => {
    const ended = await classify(
      line({ data: { a: 'x'.repeat(20_000_000) } }) + line({ data: {} }),
    );
    expect(ended).toMatchObject({ code: 0, stdout: '{"class":"ok","counts":"good"}\n'.repeat(2) });
  });
});
