import { DescribeSessionsCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasAwsCommand, type Keys, runAws } from '../../../../test/support/aws-command.ts';
import { connectCommand, forwardCommand } from '../../src/commands/start-session.ts';
import { type Hands, type House, openHouse, place, region } from './house.ts';

const installed = hasAwsCommand();
const required = process.env['SEKISHO_REQUIRE_AWS'] === '1';
if (!installed && !required) console.warn('SKIPPED: no aws command on the path');

describe.skipIf(!installed && !required)(
  'the real aws command, which meets the generated policies',
  { timeout: 120_000 },
  () => {
    let house: House;
    beforeAll(async () => {
      house = await openHouse();
    });
    afterAll(() => house.close());

    const ours = { 'sekisho:installation': 'contract', 'sekisho:lease': 'ops-1' };
    const held = (holder: string) => ({ ...ours, 'sekisho:holder': holder });
    const aws = async (hands: Hands, ...args: string[]) =>
      runAws(house.url, args, await keysOf(hands));
    /** What the command says that fails; nothing when it does not. */
    const said = (work: Promise<unknown>) =>
      work.then(
        () => '',
        (error: Error) => error.message,
      );
    const person = (name: string) => house.as('engineer', name, { 'sekisho:holder': name });
    const open = (hands: Hands, instanceId: string) =>
      said(aws(hands, ...connectCommand({ instanceId, region }).slice(1)));
    /** Who opened sessions on it, as the account's owner sees them. */
    const owners = async (value: string) => {
      const found = [];
      for (const State of ['Active', 'History'] as const) {
        const look = new DescribeSessionsCommand({ State, Filters: [{ key: 'Target', value }] });
        found.push(...((await house.owner.ssm.send(look)).Sessions ?? []));
      }
      return found.map(({ Owner }) => Owner?.split('/').at(-1));
    };

    it('opens no session on another engineer’s server, until its holder tag changes hands', async () => {
      const [hanako, taro] = [await person('hanako'), await person('taro')];
      const id = await house.launch(held('hanako'));
      const take = [
        'ec2',
        'create-tags',
        '--resources',
        id,
        '--tags',
        'Key=sekisho:holder,Value=taro',
      ];
      expect(await open(taro, id)).toMatch(/AccessDenied.*ssm:StartSession/s);
      expect(await said(aws(taro, ...take))).toMatch(/UnauthorizedOperation.*ec2:CreateTags/s);
      expect(await owners(id)).toEqual([]);
      await open(hanako, id);
      expect(await owners(id)).toEqual(['hanako']);

      await aws(house.owner, ...take);
      expect(await open(hanako, id)).toMatch(/AccessDenied.*ssm:StartSession/s);
      await open(taro, id);
      expect(new Set(await owners(id))).toEqual(new Set(['hanako', 'taro']));
    });

    it('forwards a port to a listed host, and not to the metadata service', async () => {
      const hanako = await person('hanako');
      const instanceId = await house.launch(held('hanako'));
      const forward = (host: string, document: string | null) => {
        const to = { instanceId, region, host, remotePort: 5432, localPort: 15432, document };
        return said(aws(hanako, ...forwardCommand(to).slice(1)));
      };
      const { forwardDocument } = place;
      expect(await forward('169.254.169.254', forwardDocument)).toContain('InvalidParameters');
      expect(await forward('db.example.internal', null)).toMatch(/AccessDenied.*document\//s);
      expect(await owners(instanceId)).toEqual([]);
      await forward('db.example.internal', forwardDocument);
      expect(await owners(instanceId)).toEqual(['hanako']);
    });

    it('launches nothing without marks, and ends nothing that bears another’s', async () => {
      const bot = await house.as('sekisho-member', 'sekisho-contract');
      const Tags = Object.entries(held('hanako')).map(([Key, Value]) => ({ Key, Value }));
      const [template = ''] = place.launchTemplates;
      const kinds = ['instance', 'volume', 'network-interface'];
      const marks = kinds.map((ResourceType) => ({ ResourceType, Tags }));
      const launch = (...more: string[]) =>
        aws(
          bot,
          ...['ec2', 'run-instances', '--metadata-options', 'HttpTokens=required'],
          ...['--launch-template', `LaunchTemplateId=${template}`, ...more],
        );
      const end = (id: string) => aws(bot, 'ec2', 'terminate-instances', '--instance-ids', id);
      expect(await said(launch())).toMatch(/UnauthorizedOperation.*ec2:RunInstances/s);
      const marked = await launch('--tag-specifications', JSON.stringify(marks));
      const [own] = (marked as { Instances: { InstanceId: string }[] }).Instances;
      const foreign = await house.launch({ 'sekisho:installation': 'another' });
      expect(await said(end(foreign))).toMatch(/UnauthorizedOperation.*ec2:TerminateInstances/s);
      expect(await said(end(own?.InstanceId ?? ''))).toBe('');
    });
  },
);

async function keysOf({ ec2 }: Hands): Promise<Keys> {
  const { accessKeyId, secretAccessKey, sessionToken } = await ec2.config.credentials();
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    ...(sessionToken === undefined ? {} : { SessionToken: sessionToken }),
  };
}
