import { describe, expect, it } from 'vitest';
import { formats } from '../formats/formats.ts';
import type { LogFormat } from '../formats/log-format.ts';
import { createLogSurvey } from './log-survey.ts';

/** How many of some lines write how long they took in whole seconds. */
function wholeSeconds(...times: readonly string[]): number {
  const format = formats.jsonl as LogFormat;
  const survey = createLogSurvey({ format, isHealthPath: () => false });
  const lines = survey.begin();
  const head = '{"time":"2026-11-22T14:59:24Z","agent":"a (rv:1.0) 5.0","status":200,"latency":';
  lines.push(Buffer.from(times.map((time) => `${head}${time}}\n`).join('')));
  lines.end();
  const { timed, wholeSeconds: whole } = survey.told();
  expect(timed).toBe(times.length);
  return whole;
}

describe('a survey of logs', () => {
  it('takes a time for whole seconds by how it is written, not because it was quick', () => {
    expect(wholeSeconds('0', '2', '12')).toBe(3);
    // As nginx writes `$request_time`.
    expect(wholeSeconds('0.000', '2.000', '0.012')).toBe(0);
  });
});
