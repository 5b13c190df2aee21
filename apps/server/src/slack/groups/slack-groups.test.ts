import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PRACTICE_SLACK_SEED, startPracticeSlack } from '@sekisho/practice/slack';
import { expect, test } from 'vitest';
import {
  type ChatJudge,
  describeChatGroups,
} from '../../../../../test/support/chat-groups.contract.ts';
import { createFakeChatGroups } from '../../../../../test/support/chat-groups.ts';
import { createSlackGroups } from './slack-groups.ts';

const place = { team: 'T0PRACTICE', userGroup: 'S0SRE', guest: 'U0GUEST' };
const users = ['U0SRE', 'U0SRE2', 'U0ENG'] as const;

async function openPractice(): Promise<ChatJudge> {
  const secret = 'practice-secret';
  const seed = { ...PRACTICE_SLACK_SEED, rateLimits: false };
  const slack = await startPracticeSlack({ port: 0, secret, seed });
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  // What was read, and what Slack asked for, is over whenever the world was changed by others.
  let time = 0;
  const refuse: ChatJudge['refuse'] = async (how) => {
    time += 60_000;
    const faults = {
      userGroups: how === 'denied' ? 'permission_denied' : null,
      rateLimited: how === 'throttled' ? 1 : 0,
    };
    const body = JSON.stringify(faults);
    await fetch(`${slack.url}/practice/faults`, { method: 'POST', headers, body });
  };
  const { botToken, apiUrl: slackApiUrl } = slack;
  const switchGroup: ChatJudge['switch'] = async (how) => {
    time += 60_000;
    const form = { authorization: `Bearer ${botToken}` };
    const body = new URLSearchParams({ usergroup: place.userGroup });
    const answer = await fetch(`${slackApiUrl}usergroups.${how}`, {
      ...{ method: 'POST', headers: form, body },
    });
    expect(await answer.json()).toMatchObject({ ok: true });
  };
  const groups = createSlackGroups({ botToken, slackApiUrl }, () => time);
  return { ...place, groups, users, switch: switchGroup, refuse, close: () => slack.close() };
}

async function openFake(): Promise<ChatJudge> {
  const groups = createFakeChatGroups({ S0SRE: users.slice(0, 2) }, users);
  const refuse: ChatJudge['refuse'] = async (how) => {
    groups.refusal = how;
  };
  const switchGroup: ChatJudge['switch'] = async (how) => {
    groups.disabled[how === 'disable' ? 'add' : 'delete'](place.userGroup);
  };
  return { ...place, groups, users, switch: switchGroup, refuse, close: async () => undefined };
}

describeChatGroups('practice Slack over HTTP', openPractice);
describeChatGroups('the fake of other tests', openFake);

test('what Slack did not answer may have taken effect', async () => {
  const slackApiUrl = 'http://127.0.0.1:9/api/';
  const groups = createSlackGroups({ botToken: 'xoxb-none', slackApiUrl });
  await expect(groups.members('T0PRACTICE', 'S0SRE')).rejects.toMatchObject({
    failure: 'unknown-outcome',
  });
});

test('many looks cost one call, and none is made while Slack asked for fewer', async () => {
  const asked: string[] = [];
  let limited = false;
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '');
    const status = limited ? 429 : 200;
    outgoing.writeHead(status, { 'content-type': 'application/json', 'retry-after': '30' });
    const usergroups = [{ id: 'S0SRE', date_delete: 0, users: ['U0SRE'] }];
    outgoing.end(JSON.stringify({ ok: !limited, usergroups }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let time = 0;
  const settings = { botToken: 'xoxb-none', slackApiUrl: `http://127.0.0.1:${port}/api/` };
  const groups = createSlackGroups(settings, () => time);
  const look = () => groups.members('T0PRACTICE', 'S0SRE');
  await Promise.all([look(), look(), look()]);
  expect(asked).toHaveLength(1);
  time += 11_000;
  limited = true;
  for (const _ of [1, 2, 3]) await expect(look()).rejects.toMatchObject({ failure: 'throttled' });
  expect(asked).toHaveLength(2);
  limited = false;
  time += 31_000;
  expect(await look()).toEqual(['U0SRE']);
  server.close();
});
