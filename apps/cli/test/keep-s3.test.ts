import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbedded } from '@sekisho/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newAgeKey } from '../../../test/support/age.ts';
import { startMoto, whyNoMoto } from '../../../test/support/moto.ts';
import { emptyFolder, runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const reason = whyNoMoto();
if (reason !== null) console.warn(`SKIPPED: sekisho backup to the S3 of moto: ${reason}`);

describe.skipIf(reason !== null)('sekisho backup and restore with S3', () => {
  const data = emptyFolder();
  let stop = () => {};
  let env: Record<string, string> = {};
  let recipient = '';
  const cli = (args: readonly string[], more: Record<string, string> = {}) =>
    runCli(args, { cwd: data, env: { ...env, ...more } });

  beforeAll(async () => {
    const moto = await startMoto();
    stop = () => moto.stop();
    env = {
      ...{ SEKISHO_DATA: data, AWS_ENDPOINT_URL: moto.endpoint },
      ...{ AWS_DEFAULT_REGION: 'us-east-1', AWS_EC2_METADATA_DISABLED: 'true' },
      ...{ AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'x' },
    };
    await fetch(`${moto.endpoint}/acme-backups`, { method: 'PUT' });
    const key = await newAgeKey();
    recipient = key.recipient;
    writeFileSync(join(data, 'key.txt'), `${key.identity}\n`);
    const database = await openEmbedded(data);
    const installation = { key: 'installation', value: '"acme"' };
    await database.kysely.insertInto('settings').values(installation).execute();
    await database.close();
  });
  afterAll(() => stop());

  it('keep everything under a key of its own, and bring it back', async () => {
    const to = ['backup', '--to', 's3://acme-backups/sekisho/{time}.backup'];
    const kept = await cli([...to, '--recipient', recipient, '--json']);
    expect(kept).toMatchObject({ code: 0, stderr: '' });
    const { file, encrypted } = JSON.parse(kept.stdout) as { file: string; encrypted: boolean };
    expect(encrypted).toBe(true);
    expect(file).toMatch(/^s3:\/\/acme-backups\/sekisho\/20\d{6}T\d{6}Z\.backup$/);

    const again = await cli(['backup', '--to', file, '--recipient', recipient]);
    expect(again).toMatchObject({ code: 4, stderr: expect.stringContaining('stays as it is') });

    const back = ['restore', '--from', file, '--identity', 'key.txt', '--to-database', 'again'];
    expect(await cli(back)).toMatchObject({ code: 0, stderr: '' });
    const database = await openEmbedded(join(data, 'again'));
    const settings = await database.kysely.selectFrom('settings').select('key').execute();
    expect(settings.map(({ key }) => key)).toContain('restored');
    await database.close();
  });

  it('say what is wrong with the place, and leave nothing', async () => {
    const from = (place: string) => ['restore', '--from', place, '--to-database', 'new'];
    const to = (place: string, ...more: string[]) => [
      'backup',
      '--to',
      place,
      '--unencrypted',
      ...more,
    ];
    for (const [args, code, said] of [
      [from('s3://acme-backups/nothing'), 4, 'aws s3 ls'],
      [from('s3://acme-backups/'), 2, '{time}'],
      [to('s3://Acme/x'), 2, 's3://BUCKET/KEY'],
      [from('s3://acme-nowhere/x'), 5, 'NoSuchBucket'],
      [to('kept', '--kms-key', 'alias/x'), 2, '--kms-key'],
    ] as const) {
      const ended = await cli(args);
      expect(ended, args.join(' ')).toMatchObject({ code, stderr: expect.stringContaining(said) });
    }
    const homeless = await cli(from('s3://acme-backups/x'), { AWS_DEFAULT_REGION: '' });
    expect(homeless).toMatchObject({ code: 5, stderr: expect.stringContaining('AWS_REGION') });
    expect(existsSync(join(data, 'new'))).toBe(false);
  });
});
