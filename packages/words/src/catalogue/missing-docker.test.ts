import { errorClasses, missingPieces } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { errorText, errorTitle } from '../errors/index.ts';
import { missingText } from './missing.ts';
import { dockerPieces } from './missing-docker.ts';

const engineCodes = (
  ['engine-denied', 'engine-unreachable', 'engine-busy', 'engine-refused'] as const
).filter((code) => code in errorClasses);

it('nothing that fails at a container engine sends anybody to AWS', () => {
  const pieces = missingPieces.filter((piece) => Object.hasOwn(dockerPieces, piece));
  expect([pieces.length, engineCodes.length]).toEqual([7, 4]);
  for (const language of ['en', 'ja'] as const) {
    const told = [
      ...[true, false].flatMap((over) => pieces.map((one) => missingText(one, language, { over }))),
      ...engineCodes.map((code) => errorText(code, { detail: 'EACCES' }, language)),
    ].flatMap(({ why, fix }) => [why, fix]);
    const titles = engineCodes.map((code) => errorTitle(code, language));
    for (const text of [...told, ...titles]) expect(text).not.toMatch(/AWS|IAM|SSM/);
  }
});
