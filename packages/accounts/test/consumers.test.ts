import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSharedConfigFiles } from '@smithy/core/config';
import { ConfigParser } from 'aesr-config';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  awsConfigSections,
  awsVaultSections,
  extendSwitchRolesSections,
  grantedSections,
  profilesOf,
  sectionsText,
} from '../src/index.ts';
import { anyMap } from './any-map.ts';
import { sampleMap } from './sample-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'sekisho-accounts-'));

/** What the AWS SDK for JavaScript reads in a configuration. */
async function readBySdk(text: string) {
  const file = join(folder, 'config');
  writeFileSync(file, text);
  const { configFile } = await loadSharedConfigFiles({
    configFilepath: file,
    filepath: join(folder, 'none'),
    ignoreCache: true,
  });
  return configFile;
}

describe('the AWS SDK', () => {
  test.each([
    ['the AWS CLI', awsConfigSections],
    ['aws-vault', awsVaultSections],
    ['Granted', grantedSections],
  ] as const)('reads every profile that was written for %s', async (_, sectionsOf) => {
    await fc.assert(
      fc.asyncProperty(anyMap, async (map) => {
        const sections = sectionsOf(map);
        const read = await readBySdk(sectionsText(sections));
        const written = sections.filter(({ head }) => head.startsWith('profile '));
        expect(written.map(({ head }) => head.slice('profile '.length))).toEqual(
          profilesOf(map).map(({ name }) => name),
        );
        for (const { head, entries } of written)
          expect(read[head.slice('profile '.length)]).toEqual(Object.fromEntries(entries));
      }),
      { numRuns: 50 },
    );
  });
});

describe('AWS Extend Switch Roles', () => {
  test('shows each role under what one is signed in as', () => {
    const { singles, complexes } = ConfigParser.parseIni(
      sectionsText(extendSwitchRolesSections(sampleMap)),
    );
    expect(singles).toEqual([]);
    expect(complexes).toEqual([
      {
        name: 'hub-AdministratorAccess',
        aws_account_id: '000011112222',
        role_name: 'AdministratorAccess',
        targets: [
          {
            name: 'production-deploy-Deploy',
            aws_account_id: '111122223333',
            role_name: 'deploy/Deploy',
            region: 'ap-northeast-1',
            color: 'd9534f',
          },
        ],
      },
      {
        name: 'hub',
        aws_account_id: '000011112222',
        targets: [
          {
            name: 'sandbox-Developer',
            aws_account_id: '444455556666',
            role_name: 'Developer',
            region: 'us-east-1',
          },
        ],
      },
    ]);
  });

  test('takes whatever map there may be, with every role in it', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { complexes } = ConfigParser.parseIni(sectionsText(extendSwitchRolesSections(map)));
        const shown = complexes.flatMap(({ targets }) => targets.map(({ name }) => name));
        const plain = map.accounts.map((account) => ({ ...account, aliases: [] }));
        const all = profilesOf({ ...map, accounts: plain });
        const roles = all.filter(({ kind }) => kind === 'role');
        expect(shown.toSorted()).toEqual(roles.map(({ name }) => name).toSorted());
      }),
      { numRuns: 100 },
    );
  });
});
