import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClassifiedLine, createLineClassifier, defaultRules } from './index.ts';

function classify(...chunks: readonly (string | Buffer)[]): readonly ClassifiedLine[] {
  const all: ClassifiedLine[] = [];
  const classifier = createLineClassifier(defaultRules, (one) => all.push(one));
  for (const chunk of chunks) classifier.push(Buffer.from(chunk));
  classifier.end();
  return all;
}

const whole = '{"status":200,"contentType":"application/json","body":"{\\"data\\":{}}"}';
const good = { class: 'ok', counts: 'good' };

describe('lines of exchanges', () => {
  it('are judged one by one, blank ones passed over but numbered', () => {
    expect(classify(`\ufeff${whole}\r\n\n  \n${whole}`)).toEqual([
      { line: 1, verdict: good },
      { line: 4, verdict: good },
    ]);
  });

  it.each([
    ['not json', 'not-json'],
    ['[]', 'not-an-object'],
    ['{"body":"","status":"ok"}', 'bad-status'],
    ['{"body":"","status":99}', 'bad-status'],
    ['{"body":"","status":200.5}', 'bad-status'],
    ['{"body":"","status":true}', 'bad-status'],
    ['{"body":"{\\"data\\":{}}"}', 'bad-status'],
    ['{"status":200}', 'no-body'],
    ['{"status":200,"body":7}', 'bad-body'],
    ['{"status":200,"body":"","contentType":7}', 'bad-content-type'],
    ['{"status":200,"body":"","operation":{}}', 'bad-operation'],
    ['{"status":200,"body":"","aborted":"yes"}', 'bad-aborted'],
  ])('say what is wrong with %s', (line, problem) => {
    expect(classify(`${whole}\n${line}\n${whole}\n`)).toEqual([
      { line: 1, verdict: good },
      { line: 2, problem },
      { line: 3, verdict: good },
    ]);
  });

  it.each([
    ['{"status":"200","body":"{\\"data\\":{}}"}', good],
    ['{"status":200,"body":{"data":{}},"operation":null,"aborted":null,"contentType":null}', good],
    ['{"status":200,"body":"{\\"data\\":{}}","took":12,"operation":"Pay"}', good],
    ['{"status":null,"body":null}', { class: 'server', counts: 'bad' }],
    ['{"body":""}', { class: 'server', counts: 'bad' }],
    ['{"status":"-"}', { class: 'server', counts: 'bad' }],
    ['{"body":""}', { class: 'server', counts: 'bad' }],
    ['{"status":200,"aborted":true}', { class: 'aborted', counts: 'excluded' }],
    ['{"status":200,"body":null}', { class: 'not-graphql', counts: 'bad' }],
  ])('may be written as %s', (line, verdict) => {
    expect(classify(line)).toEqual([{ line: 1, verdict }]);
  });

  it('are the same wherever their bytes are cut', () => {
    const bytes = Buffer.from(
      `${whole}\n{"status":200,"body":"{\\"data\\":{\\"a\\":\\"日本\\"}}"}\nx\n`,
    );
    const expected = classify(bytes);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((edge, at) => bytes.subarray(edges[at], edge));
        expect(classify(...chunks)).toEqual(expected);
      }),
    );
  });

  it('have a verdict or a problem, whatever their bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        for (const one of classify(Buffer.from(bytes))) expect(one.line).toBeGreaterThan(0);
      }),
    );
  });
});
