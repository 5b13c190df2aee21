import {
  contract,
  correctionProblems,
  type ErrorCode,
  errorClasses,
  missingPieces,
  verbNames,
} from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import * as words from './index.ts';

/** English that stays so in Japanese: names of things, commands, samples of values. */
const allowedLatin =
  /images\/ops-server|sekisho doctor|sekisho ops extend|--by|--shown|engine・opsServer|engine と opsServer|sh・date・sleep・cat・mv|docker logs|RE2|--regex|asciicast v2|recording\.readers|Session Manager|ami-1|--recipient age1…|--unencrypted|\bage-keygen\b|\bage1?\b|\bmemberships\b|identityCenter\.liveSessions\.roleArn|slackUserGroups|usergroups:\w+|(?:missing_scope|permission_denied|plan_upgrade_required)|status\.slack\.com|terraform show -json(?: PLANFILE)?|\{sha256, json\}|permissions: id-token: write|audience|SHA-256|github:|bots|\brole\b|Identity Center|OIDC|issuer|identityCenter\.account|accounts|viaGroup|login\.claim|\/login\?fresh=1|githubstatus\.com|docs\/[\w-]+\.md|Terraform|\bstate\b|\bplan\b|\bref\b|\bci\b|AWS|GitHub|OpenSLO|YAML|Webhook|SHA|budgetKnown|SRE|SLO|RFC|URL|page:|ticket:|IAM|API|CI|ID|VPC|NAT|SSM|Slack|Systems Manager|AmazonSSMManagedInstanceCore|ssmmessages|ec2messages|ssm|Sekisho|SEKISHO_URL|sekisho\.yaml|「sekisho[^」]*」|「npm start」|--as|staging|people|\(?例: [^)]*\)|90m|https?:\S+|ops\.\w+|ops-\w+|i-[0-9a-f]+|sre2?|db|t3\.micro|JST|UTC|\$[\d.]+/g;

const facts = {
  field: '時間',
  value: '90つ',
  problem: '不正',
  month: '2026-10',
  latest: '2026-09',
  takenAt: '2026-11-21T05:00:00Z',
  places: ['staging'],
  known: ['staging'],
  environment: 'staging',
  askedSeconds: 7200,
  maximumSeconds: 3600,
  hardMaximum: '2026-11-21T05:00:00Z',
  longestSeconds: 600,
  who: 'sre',
  needed: 'sre',
  verb: 'ops.start',
  from: ['group:sre', 'on-call'],
  people: ['sre2'],
  readers: ['sre'],
  holder: 'sre',
  rule: 'sre',
  hours: '9:00',
  quota: 3,
  open: ['ops-7k3f9q2m'],
  ageDays: 90,
  imageId: 'ami-1',
  parameter: 'ops',
  maximumDays: 60,
  lease: 'ops-7k3f9q2m',
  parent: 'ops-7k3f9q2m',
  team: 'sre',
  item: 'sre',
  since: '2026-11-21T05:00:00Z',
  by: 'sre',
  to: 'sre',
  id: 'ops-7k3f9q2m',
  state: 'active',
  retryAfterSeconds: 3,
  detail: '',
  url: 'http://127.0.0.1:4545',
  at: '2026-11-21T05:00:00Z',
  name: 'sre',
  service: 'sre',
  slo: 'sre',
  missing: 'sre',
  target: 90,
  tier: 'sre',
  factor: 14.4,
  threshold: 144,
  aliveAbove: 93.0556,
  part: '90つ',
  limit: '31',
  budget: 'sre',
  left: 0.12,
  asked: 0.25,
  repository: 'sre',
  commit: 'sre',
  account: 'staging',
  permissionSet: '「sre」',
  count: 30,
  most: 20,
  actor: 'sre',
  purpose: '「sre」',
  claim: 'ref',
  is: 'ref',
  wants: ['ref'],
  audience: 'https://sekisho.example.com',
  says: { en: 'The plan is cut off.', ja: '途中で切れています。' },
};

const own: Partial<Record<ErrorCode, Readonly<Record<string, string>>>> = {
  'bad-input': { problem: 'not-good' },
  'bad-correction': { problem: 'never' },
  'agreement-over': { state: 'lapsed' },
  'live-sessions-state': { state: 'void' },
  'budget-unknown': { problem: 'behind' },
};

describe('failures', () => {
  it.each(Object.keys(errorClasses) as ErrorCode[])(
    '%s says why and what to do in both languages',
    (code) => {
      for (const language of ['en', 'ja'] as const) {
        const about = { ...facts, ...own[code] };
        const { why, fix } = words.errorText(code, about as never, language);
        expect(`${why} ${fix}`).not.toMatch(/undefined|NaN|null|\[object/);
        expect(why.length).toBeGreaterThan(8);
        expect(fix.length).toBeGreaterThan(4);
        expect(words.errorTitle(code, language)).not.toBe('');
        if (language === 'ja') for (const text of [why, fix]) expectJapanese(text);
      }
    },
  );

  it.each(correctionProblems)('a correction that has %s says why and what to do', (problem) => {
    for (const language of ['en', 'ja'] as const) {
      const about = { problem, part: 'checkout', limit: '31' };
      const { why, fix } = words.errorText('bad-correction', about, language);
      expect(why).toMatch(language === 'ja' ? /。$/ : /\.$/);
      expect(fix).toMatch(language === 'ja' ? /。$/ : /\.$/);
      if (language === 'ja') for (const text of [why, fix]) expect(text).toMatch(/[ぁ-ん]/);
    }
  });

  it('shows moments in the reader’s zone', () => {
    const { why } = words.errorText('past-hard-maximum', facts, 'en', { timeZone: 'Asia/Tokyo' });
    expect(why).toContain('14:00 JST');
  });
});

describe('verbs', () => {
  it.each(verbNames)('%s has a title, help and help for exactly its fields', (name) => {
    const { title, help, command, fields } = words.wordsOf(name);
    for (const pair of [title, help, command, ...Object.values(fields)]) {
      expect(pair.en).not.toMatch(/[ぁ-ん一-龠]{3,}|^$/);
      expectJapanese(pair.ja);
    }
    expect(Object.keys(fields).sort()).toEqual(Object.keys(contract[name].input.shape).sort());
  });

  it('are found by their words in either language', () => {
    expect(words.verbOfWord('ops', '開始')).toBe('ops.start');
    expect(words.verbOfWord('ops', 'start')).toBe('ops.start');
    expect(words.verbOfWord('ops', '返却')).toBe('ops.stop');
    expect(words.verbOfWord('ops', '引き継ぎ')).toBe('ops.handover');
    expect(words.verbOfWord('lease', '承認')).toBe('lease.approve');
    expect(words.verbOfWord('ops', '承認')).toBeNull();
  });

  it('have words that no other verb of their group has', () => {
    for (const language of ['en', 'ja'] as const) {
      const used = verbNames.map(
        (name) =>
          `${name.slice(0, name.lastIndexOf('.'))} ${words.wordsOf(name).command[language]}`,
      );
      expect(new Set(used).size).toBe(used.length);
    }
  });
});

describe('names', () => {
  it('are Japanese in Japanese', () => {
    const tables = [
      words.stateNames,
      words.kindNames,
      words.endingTexts,
      words.stepTexts,
      words.glossary,
    ];
    for (const table of tables) for (const pair of Object.values(table)) expectJapanese(pair.ja);
    for (const piece of missingPieces) {
      expectJapanese(words.missingText(piece, 'ja').why);
      expectJapanese(words.missingText(piece, 'ja').fix);
    }
  });

  it('keep to the glossary', () => {
    expect(words.glossary.lease.ja).toBe('貸出');
    expect([
      words.glossary.requester.ja,
      words.glossary.approver.ja,
      words.glossary.holder.ja,
    ]).toEqual(['依頼者', '承認者', '利用者']);
  });

  it('promise no retry once a lease has failed', () => {
    for (const piece of missingPieces) {
      for (const language of ['en', 'ja'] as const) {
        const { why, fix } = words.missingText(piece, language, { over: true });
        expect(why + fix).not.toMatch(/by itself|自動で/);
        if (piece !== 'no-capacity') expect(fix).not.toMatch(/size|サイズ/);
      }
    }
  });

  it('tell states apart by shape', () => {
    expect(words.stateGlyph('requested')).toBe('○');
    expect(words.stateGlyph('active')).toBe('●');
    expect(words.stateGlyph('revoking', true)).toBe('▲');
  });
});

function expectJapanese(text: string): void {
  const rest = text.replace(allowedLatin, '');
  expect(rest, text).not.toMatch(/[A-Za-z]{2,}/);
  if (rest === text) expect(text).toMatch(/[ぁ-んァ-ヶ一-龠]/);
}
