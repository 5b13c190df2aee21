import { expect, it } from 'vitest';
import { readMode } from './read-mode.ts';

it.each([
  [['serve'], 'serve', false],
  [['practice'], 'practice', false],
  [['practice', 'aws'], 'practice aws', false],
  [['practice', 'server'], 'practice server', false],
  [['practice', 'aws', '--child'], 'practice aws', true],
])('%j is understood', (argv, mode, child) => {
  expect(readMode(argv)).toEqual({ mode, child });
});

it.each([
  [['serve', '--config', 'other.yaml'], /^There is no "--config" here\. Say `serve`/],
  [['serve', '--port=80'], /^There is no "--port=80" here\./],
  [['practice', 'slack'], /^There is no "slack" here\./],
  [['practice', 'aws', '--port', '1'], /^There is no "--port" here\./],
  [['serve', '--child'], /environment\.$/],
  [['serve', 'serve'], /^Say `serve`/],
  [[], /^Say `serve`/],
])('%j is refused, rather than done without a part of it', (argv, why) => {
  expect(() => readMode(argv)).toThrow(why);
});
