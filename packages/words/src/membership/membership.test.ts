import { expect, test } from 'vitest';
import { rosterParts } from './index.ts';

const place = { group: 'sre', role: 'sre', shadowsOnCall: true } as const;

test('whoever joins reads what they are in, and which Slack group they are not in and why', () => {
  const linked = rosterParts({ ...place, slackUserGroups: ['S0SRE'] }, 'en');
  expect(linked).toEqual([
    'the group sre of the roster, and whatever its rules allow',
    'the role SRE',
    'the Slack user group S0SRE',
    'shadowing on call: you are told whatever pages, and are not on call',
  ]);
  const nobodyKnows = { ...place, slackUserGroups: [], unlinkedUserGroups: ['S0SRE'] };
  expect(rosterParts(nobodyKnows, 'en')).toContain(
    'not the Slack user group S0SRE: nobody knows who they are in Slack (link it with /ops there, then ask again)',
  );
});

test('a place without a role, a Slack group or a turn says nothing of them', () => {
  const bare = { group: 'db', role: null, slackUserGroups: [], shadowsOnCall: false };
  expect(rosterParts(bare, 'ja')).toHaveLength(1);
});
