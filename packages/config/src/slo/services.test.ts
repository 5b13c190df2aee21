import { describe, expect, it } from 'vitest';
import {
  alb,
  check,
  checkFiles,
  fileOf,
  house,
  odd,
  service,
  slo,
  told,
} from '../../test/slo-documents.ts';
import { checkConfig } from '../check.ts';
import { problemText } from '../problems/problem.ts';

describe('services', () => {
  it('are owned by those whom sekisho.yaml knows', () => {
    expect(told(service('shop', 'group:shop, person:mika, role:admin'), alb, slo())).toEqual([]);
    const at = 'metadata.annotations["sekisho.dev/owners"]';
    expect(told(service('shop', 'group:shop,person:bob, group:ops,on-call,role:sre'))).toEqual([
      `unknown-person ${at}`,
      `unknown-group ${at}`,
      `no-rota ${at}`,
      `role-nobody-has ${at}`,
    ]);
    expect(told(service('shop', 'shop'))).toEqual([`bad-annotation ${at}`]);
    expect(told(service('shop', ''))).toEqual([`bad-annotation ${at}`]);
  });

  it('may be owned by nobody, which is told', () => {
    expect(odd(service('shop', null), alb, slo())).toEqual(['service-unowned metadata']);
    expect(odd(alb, slo(), slo({}, {}, 'again'))).toEqual(['service-undeclared spec.service']);
    expect(check(alb, slo()).config?.services).toEqual({
      shop: { name: 'shop', displayName: null, owners: [] },
    });
  });

  it('that name repositories are told when nobody tells GitHub', () => {
    const shop = service();
    const { annotations } = shop['metadata'] as { readonly annotations: object };
    const repositories = { 'sekisho.dev/repositories': 'example/shop, Example/Web' };
    Object.assign(annotations, repositories);
    expect(odd(shop, alb, slo())).toEqual([
      'repositories-unheard metadata.annotations["sekisho.dev/repositories"]',
    ]);
    const github =
      '\ngithub: {tokenVariable: SEKISHO_GITHUB_TOKEN, webhookSecretVariable: SEKISHO_GITHUB_WEBHOOK}\n';
    const heard = checkConfig(`${house}${github}`, 'sekisho.yaml', [fileOf(shop, alb, slo())]);
    expect([heard.problems, heard.warnings]).toEqual([[], []]);
  });

  it('must be there once any is', () => {
    expect(told(service('other'), alb, slo())).toEqual(['unknown-reference spec.service']);
  });

  it('are checked in every file together, though sekisho.yaml itself is broken', () => {
    const files = [
      { ...fileOf(service('shop', 'group:nobody')), file: 'services/b.yaml' },
      { ...fileOf(service(), alb, slo()), file: 'services/a.yaml' },
    ];
    const { config, problems } = checkFiles(files);
    expect(config).toBeNull();
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'services/a.yaml duplicate-name',
      'services/b.yaml unknown-group',
    ]);
    const [twin] = problems;
    expect(twin && problemText(twin, 'en')).toContain('services/b.yaml:4');
  });

  it('have names that cannot reach the prototype of anything', () => {
    const { config } = check(service('constructor'), alb, slo({ service: 'constructor' }));
    expect(Object.keys(config?.services ?? {})).toEqual(['constructor']);
  });
});

describe('the hash of the configuration', () => {
  it('covers the documents, and not where they stand', () => {
    const whole = check(service(), alb, slo()).config?.hash;
    const [a, b] = [fileOf(slo(), alb), fileOf(service())];
    const apart = checkFiles([{ ...b, file: 'services/z.yaml' }, a]).config?.hash;
    expect(apart).toBe(whole);
    expect(checkFiles([]).config?.hash).not.toBe(whole);
    const other = check(service(), alb, slo({ objectives: [{ target: 0.9991 }] })).config?.hash;
    expect(other).toMatch(/^[0-9a-f]{64}$/);
    expect(other).not.toBe(whole);
  });
});

describe('whatever has no effect', () => {
  it('is named', () => {
    const target = (name: string, to: string) => ({
      ...{ apiVersion: 'openslo/v1', kind: 'AlertNotificationTarget' },
      ...{ metadata: { name }, spec: { target: to } },
    });
    const sli = { apiVersion: 'openslo/v1', kind: 'SLI', metadata: { name: 'spare' } };
    const spec = slo().spec as { indicator: { spec: object } };
    const adjustment = {
      ...{ apiVersion: 'openslo.com/v2alpha', kind: 'BudgetAdjustment' },
      ...{ metadata: { name: 'night' }, spec: { service: 'shop' } },
    };
    const unread = { ...service(), spec: { team: 'shop' } };
    expect(
      odd(
        unread,
        alb,
        slo(),
        { ...sli, spec: spec.indicator.spec },
        target('mail', 'email'),
        target('ours', 'sekisho'),
        adjustment,
      ),
    ).toEqual([
      'unknown-key spec.team',
      'unused-document metadata.name',
      'unused-document metadata.name',
      'unused-target spec.target',
      'unused-document metadata.name',
      'unused-adjustment kind',
    ]);
  });

  it('or is no annotation of ours, is told with those that are', () => {
    const { problems } = check(service(), alb, slo({}, { alert: 'off' }));
    expect(problems.map(({ code, value }) => [code, value])).toEqual([
      ['unknown-annotation', '"off"'],
    ]);
    expect(problems[0]?.text.en.fix).toContain('sekisho.dev/alerts');
  });
});
