import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { PolicyDocument } from '../policies/statement.ts';
import { comparedKeys } from './compared-keys.ts';

const folder = new URL('../../../../docs/iam/', import.meta.url);

it('is every key that a published policy compares, but for those of the image’s pipeline', () => {
  const policies = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('image-'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as PolicyDocument);
  const keys = policies
    .flatMap(({ Statement }) => Statement)
    .flatMap(({ Condition = {} }) => Object.values(Condition).flatMap(Object.keys));
  expect(comparedKeys).toEqual([...new Set(keys)].toSorted());
});
