import type { Config, EnvironmentConfig, PersonConfig } from '@sekisho/config';

function person(
  id: string,
  user: string,
  role: PersonConfig['role'],
  en: string,
  ja: string,
  language: 'en' | 'ja',
): PersonConfig {
  return {
    ...{ id, role, language, name: { en, ja }, groups: role === 'sre' ? ['sre'] : [] },
    ...{ email: null, github: null, oidc: null, timeZone: 'Asia/Tokyo' },
    slack: { team: 'T0PRACTICE', user },
  };
}

function environment(name: string, production: boolean, maximumSeconds: number): EnvironmentConfig {
  return {
    ...{ name, production, account: '123456789012', region: 'ap-northeast-1' },
    ...{ roleArn: null, externalId: null, engine: null },
    opsServer: {
      ...{ launchTemplate: 'lt-ops', sizes: ['t3.small', production ? 'm7i.xlarge' : 'm7i.large'] },
      ...{ defaultSeconds: 3600, maximumSeconds, quota: 3, idleAfterSeconds: null },
      ...{
        maximumHoldSeconds: 7200,
        workingHours: null,
        imageAge: null,
        forwards: {},
        forwardDocument: null,
      },
    },
  };
}

/** The practice roster: two SREs, an engineer, and a guest whom somebody put into the roster. */
export const testConfig: Config = {
  installation: 'test',
  hash: 'test',
  url: null,
  people: [
    person('sre', 'U0SRE', 'sre', 'Hanako Sato', '佐藤 花子', 'ja'),
    person('sre2', 'U0SRE2', 'sre', 'Ken Watanabe', '渡辺 健', 'en'),
    person('engineer', 'U0ENG', 'member', 'Taro Suzuki', '鈴木 太郎', 'ja'),
    person('guest', 'U0GUEST', 'member', 'Gale Guest', 'ゲイル', 'ja'),
  ],
  onCall: null,
  login: null,
  github: null,
  slack: { team: 'T0PRACTICE', channel: 'C0OPS', pageChannel: 'C0SRE', mode: 'socket' },
  environments: {
    staging: environment('staging', false, 8 * 3600),
    production: environment('production', true, 3600),
  },
  accounts: { identityCenter: null, accounts: [] },
  access: null,
  directory: null,
  recording: null,
  keeping: { anchors: null, backups: null, pageAfter: { anchors: 10_800, backups: 172_800 } },
  ci: null,
  memberships: [],
  policies: [],
  timeline: { keys: [] },
  review: { timeZone: 'Asia/Tokyo', channel: null },
  alerting: { language: 'en', channels: [] },
  services: {},
  sources: {},
  slos: [],
  leases: {
    ...{ lapseAfterSeconds: 3600, reminderSeconds: [600], readyWithinSeconds: 300 },
    ...{ quietPeriodSeconds: 60, orphanGraceSeconds: 3600 },
  },
};
