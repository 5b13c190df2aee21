import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sourceActions } from './source-actions.ts';

/** Commands whose action bears another name. Source: Service Authorization Reference, Amazon S3. */
const named: Readonly<Record<string, string>> = {
  ListObjectsV2: 's3:ListBucket',
  GetObject: 's3:GetObject',
  ReceiveMessage: 'sqs:ReceiveMessage',
  DeleteMessage: 'sqs:DeleteMessage',
};

it('declares the action of every SDK command that sources use, and no other, once', () => {
  const used = ['athena', 'cloudwatch', 'log-store'].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(import.meta.dirname, folder, name), 'utf8'))
      .flatMap((text) => [...text.matchAll(/new (\w+)Command\(/g)])
      .map(([, command = '']) => named[command] ?? `${folder}:${command}`),
  );
  expect(sourceActions).toEqual(used.sort());
});
