import { describe, expect, it } from 'vitest';
import { practiceSeed as seed } from '../../../test/support/practice-seed.ts';
import { ConfigError, checkConfig, loadConfig, problemText } from './index.ts';

/** Problems of the seed after some replacements, as `code path`. */
function problemsAfter(...replacements: readonly (readonly [string, string])[]) {
  let text = seed;
  for (const [from, to] of replacements) {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
  }
  return checkConfig(text, 'sekisho.yaml').problems;
}

const codes = (...replacements: readonly (readonly [string, string])[]) =>
  problemsAfter(...replacements).map(({ code, path }) => `${code} ${path}`);

describe('a configuration', () => {
  it('of practice has no problem', () => {
    expect(checkConfig(seed, 'sekisho.yaml').problems).toEqual([]);
  });

  it('is told every problem at once, in the order of the file', () => {
    const problems = problemsAfter(
      ['role: admin', 'role: boss'],
      ['U0SRE2', 'U0SRE'],
      ['rotation: [sre, sre2]', 'rotation: [sre, bob]'],
      ["account: '222222222222'", 'account: 222222222222'],
      ['default: 30m, maximum: 1h', 'default: 2h, maximum: 1h'],
      ['[group:sre, on-call]', '[group:srx]'],
      ['[10m, 5m]', '[10x]'],
    );
    expect(problems.map(({ code }) => code)).toEqual([
      'not-one-of',
      'duplicate-identity',
      'unknown-person',
      'wrong-type',
      'default-over-maximum',
      'unknown-group',
      'shape',
    ]);
  });

  it('names file, line, column, path, value and fix', () => {
    const [problem] = problemsAfter(['role: admin', 'role: boss']);
    const line = seed.slice(0, seed.indexOf('role: admin')).split('\n').length;
    expect(problem).toMatchObject({
      file: 'sekisho.yaml',
      line,
      column: 11,
      path: 'people[0].role',
      value: '"boss"',
    });
    expect(problem && problemText(problem, 'en')).toBe(
      `sekisho.yaml:${line}:11 people[0].role: "boss" is not allowed here. Choose one of: read-only, member, sre, admin.`,
    );
    expect(problem && problemText(problem, 'ja')).toContain('次から選んでください');
  });

  it('points at an unknown key itself, and lists the known ones', () => {
    const [problem] = problemsAfter([
      'installation: practice',
      'installation: practice\ninstalation: x',
    ]);
    expect(problem).toMatchObject({ code: 'unknown-key', column: 1, path: 'instalation' });
    expect(problem?.text.en.fix).toContain('installation');
  });

  it('says what is missing', () => {
    expect(codes(['installation: practice', ''])).toEqual(['missing installation']);
    expect(codes(['    role: admin\n', ''], ['  - id: sre2\n    name', '  - name'])).toContain(
      'missing people[1].id',
    );
  });

  it.each([
    ['duplicate-id people[1].id', '- id: sre2', '- id: sre'],
    ['duplicate-identity people[1].github', 'github: ken-watanabe', 'github: Hanako-Sato'],
    ['duplicate-identity people[1].email', 'ken.watanabe@', 'hanako.sato@'],
    ['shape people[0].timeZone', 'timeZone: Asia/Tokyo', 'timeZone: Asia/Tokio'],
    ['shape people[0].slack.user', 'U0SRE }', 'hanako }'],
    ['shape onCall.since', "'2026-01-05T09:00:00+09:00'", "'2026-01-05'"],
    ['duplicate-value onCall.rotation[1]', '[sre, sre2]', '[sre, sre]'],
    [
      'shape environments.staging.opsServer.duration.maximum',
      'default: 1h, maximum: 8h',
      'default: 1h, maximum: 8x',
    ],
    ['reminder-too-long leases.reminders[0]', '[10m, 5m]', '[45m, 5m]'],
    ['duplicate-value leases.reminders[1]', '[10m, 5m]', '[10m, 600s]'],
    ['shape environments.staging.opsServer.launchTemplate', 'sekisho-ops-server', 'a b'],
    [
      'duplicate-value environments.staging.opsServer.sizes[1]',
      '[t3.micro, t3.small, m7i.large]',
      '[t3.micro, t3.micro]',
    ],
    ['too-few environments.staging.opsServer.sizes', '[t3.micro, t3.small, m7i.large]', '[]'],
    [
      'shape environments.staging.opsServer.forwards.db.host',
      'db.staging.internal',
      '"db; rm -rf"',
    ],
    ['out-of-range environments.staging.opsServer.forwards.db.port', 'port: 5432', 'port: 99999'],
    [
      'refuse-before-warn environments.staging.opsServer.imageAge.refuseAfter',
      'idleAfter: 30m',
      'imageAge: { warnAfter: 60d, refuseAfter: 30d }',
    ],
    [
      'hours-backwards environments.staging.opsServer.workingHours.to',
      'idleAfter: 30m',
      'workingHours: { days: [mon], from: "19:00", to: "09:00", timeZone: Asia/Tokyo }',
    ],
    [
      'role-of-other-account environments.staging.roleArn',
      'arn:aws:iam::222222222222',
      'arn:aws:iam::111111111111',
    ],
    [
      'role-of-other-partition environments.staging.roleArn',
      'arn:aws:iam::222222222222',
      'arn:aws-cn:iam::222222222222',
    ],
    [
      'external-id-without-role environments.staging.externalId',
      'roleArn: arn:aws:iam::222222222222:role/sekisho',
      'externalId: hush',
    ],
    ['unknown-environment policies[0].where[0]', 'where: [staging]', 'where: [stagging]'],
    [
      'unknown-person policies[0].who[1]',
      'who: [group:engineers, group:sre]',
      'who: [group:engineers, person:bob]',
    ],
    [
      'policy-over-maximum policies[1].maximum',
      'maximum: 1h\n    approval',
      'maximum: 2h\n    approval',
    ],
    ['approval-impossible policies[1].approval.count', 'count: 1', 'count: 3'],
    ['deny-with-approval policies[1].approval', 'maximum: 1h\n', 'effect: deny\n'],
    [
      'bad-condition policies[0].when',
      'where: [staging]',
      'where: [staging]\n    when: request.minutes < 3',
    ],
    ['bad-condition policies[0].when', 'where: [staging]', 'where: [staging]\n    when: "1 +"'],
    [
      'condition-not-boolean policies[0].when',
      'where: [staging]',
      'where: [staging]\n    when: request.seconds',
    ],
    [
      'slow-pattern policies[0].when',
      'where: [staging]',
      "where: [staging]\n    when: request.ticket.matches('(a+)+$')",
    ],
    [
      'unknown-budget policies[0].when',
      'where: [staging]',
      "where: [staging]\n    when: budget('checkout') > 0.25",
    ],
    [
      'computed-budget policies[0].when',
      'where: [staging]',
      'where: [staging]\n    when: budget(environment.name) > 0.25',
    ],
  ])('finds %s', (expected, from, to) => {
    expect(codes([from, to])).toContain(expected);
  });

  it('finds a rule that an earlier one keeps from being reached', () => {
    const deny =
      '  - id: no-support\n    who: [group:support]\n    what: [ops-server]\n    where: [sandbox]\n    effect: deny\n\nleases:';
    expect(codes(['\nleases:', deny])).toEqual([expect.stringMatching(/^never-reached policies/)]);
  });

  it('finds an approval that only one person on call could ever give twice', () => {
    expect(codes(['count: 1\n      from: [group:sre]', 'count: 2\n      from: [on-call]'])).toEqual(
      ['approval-impossible policies[1].approval.count'],
    );
  });

  it('lets nobody be on call without a rota', () => {
    const rota = /onCall:[\s\S]*?\n\n/.exec(seed)?.[0] ?? '';
    expect(codes([rota, ''])).toEqual([
      'no-rota memberships.sre.onCall',
      ...[1, 5, 6].map((policy) => `no-rota policies[${policy}].breakGlass.who[1]`),
    ]);
  });

  it('does not call people unknown who only have another mistake', () => {
    expect(codes(['role: admin', 'role: boss'])).toEqual(['not-one-of people[0].role']);
  });

  it('is not given when it has a problem', () => {
    expect(() => loadConfig('installation: x', 'a.yaml')).toThrow(ConfigError);
    expect(checkConfig(seed.replace('[sre, sre2]', '[sre, bob]'), 'a.yaml').config).toBeNull();
  });

  it('says every problem in Japanese too', () => {
    const problems = problemsAfter(['role: admin', 'role: boss'], ['[sre, sre2]', '[sre, bob]']);
    for (const { text } of problems) {
      expect(text.ja.why).toMatch(/[ぁ-ん]/);
      expect(text.ja.fix).toMatch(/[ぁ-ん]/);
    }
  });
});
