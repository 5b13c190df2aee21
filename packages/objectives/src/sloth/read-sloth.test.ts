import { describe, expect, it } from 'vitest';
import { problemText } from '../problems/index.ts';
import { readSloth } from './index.ts';

const spec = `version: prometheus/v1
service: shop
labels: { owner: us, generated: true, tier: 2, le: 0.2 }
slos:
  - name: checkout
    objective: 99.9
    labels: { owner: them }
    sli:
      events:
        error_query: sum(rate(bad[{{.window}}]))
        total_query: sum(rate(all[{{ .window }}]))
    alerting:
      name: Burns
      labels: { team: shop }
      page_alert:
        labels: { team: night }
      ticket_alert:
        disable: true
`;

const read = (text: string) => readSloth(new TextEncoder().encode(text), 'slos.yml');

const elsewhere = <Slo extends object>(slo: Slo) => ({
  ...slo,
  place: expect.anything() as unknown,
});

describe('a spec of Sloth', () => {
  it('says with bare words and numbers what it says to Sloth', () => {
    const labels =
      '{ a: on, b: No, c: 012, d: 0x10, e: 1_000, f: "on", g: 12:30, h: 2026-10-04, i: onto, j: y, k: -0o17, l: 09, m: 0b101, p: 0.123456789, o: 1.10, q: 1e7, r: 10000000, s: -.inf, t: 20.0 }';
    const { documents, problems } = read(
      spec.replace('{ owner: them }', labels).replace('disable: true', 'disable: yes'),
    );
    expect(problems).toEqual([]);
    expect(documents[0]?.slos[0]).toMatchObject({
      labels: {
        ...{ a: 'true', b: 'false', c: '10', d: '16', e: '1000', f: 'on', g: '12:30' },
        ...{
          h: '2026-10-04',
          i: 'onto',
          j: 'true',
          k: '-15',
          l: '9',
          m: '5',
          p: '0.12345679',
          o: '1.1',
          q: '1e+07',
          r: '10000000',
          s: '-Inf',
          t: '20',
        },
      },
      ticket: null,
    });
  });

  it('needs text in quotes where Kubernetes does', () => {
    const object = (label: string) =>
      `apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel\nmetadata: { name: x, labels: { a: ${label} } }\nspec: {}`;
    const facts = { expected: 'text', value: '1' };
    expect(read(object('1')).problems).toContainEqual(
      expect.objectContaining({ code: 'wrong-type', facts }),
    );
    expect(read(object('"1"')).problems.map(({ code }) => code)).not.toContain('wrong-type');
  });

  it('is read in letters of either case where Sloth reads it as JSON, and only there', () => {
    const odd = spec
      .replace(/\b(service|slos|name|sli|events|alerting|disable)(?=:)/g, (key) =>
        key.toUpperCase(),
      )
      .replace('objective: 99.9', 'objective: 99.9\n    Objective: 99.5')
      .replace('total_query', 'Total_Query');
    const { documents, problems, warnings } = read(odd);
    expect([problems, warnings]).toEqual([[], []]);
    expect(documents[0]?.slos).toEqual(read(spec).documents[0]?.slos.map(elsewhere));
    const object = `apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel\nmetadata: { name: x }\nspec: { Service: shop }`;
    expect(read(object).problems).toContainEqual(
      expect.objectContaining({ code: 'missing', facts: { key: 'service' } }),
    );
  });

  it('is read with labels as text, the nearer over the farther, and disabled alerts as none', () => {
    const { documents, problems, warnings } = read(spec);
    expect([problems, warnings]).toEqual([[], []]);
    expect(documents).toMatchObject([
      {
        spec: 'prometheus/v1',
        service: 'shop',
        object: null,
        slos: [
          {
            id: 'shop-checkout',
            objective: 99.9,
            labels: { owner: 'them', generated: 'true', tier: '2', le: '0.2' },
            sli: { kind: 'events', errorQuery: 'sum(rate(bad[{{.window}}]))' },
            page: { name: 'Burns', labels: { team: 'night' }, annotations: {} },
            ticket: null,
            place: { line: 5 },
          },
        ],
      },
    ]);
  });

  it.each([
    ['objective: 99.9', 'objective: 100.1', 'out-of-range', 6],
    ['objective: 99.9', 'objective: 0', 'out-of-range', 6],
    ['objective: 99.9', 'objective: .nan', 'out-of-range', 6],
    ['objective: 99.9', 'objective: "99.9"', 'wrong-type', 6],
    ['    objective: 99.9\n', '', 'missing', 5],
    ['name: checkout', 'name: check out', 'sloth-name', 5],
    ['name: checkout', 'name: c', 'sloth-name', 5],
    ['service: shop', 'service: [shop]', 'wrong-type', 2],
    ['{ owner: them }', '[them]', 'wrong-type', 7],
    ['{ owner: them }', '{ owner: "" }', 'missing', 7],
    ['{ owner: them }', '{ __name__: x }', 'label-name', 7],
    ['{ owner: them }', '{ owner: { a: b } }', 'wrong-type', 7],
    ['bad[{{.window}}]', 'bad[5m]', 'no-window-variable', 10],
    ['bad[{{.window}}]', 'bad[{{.windows}}]', 'strange-template', 10],
    ['bad[{{.window}}]', 'bad[{{.window}}', 'query-unbalanced', 10],
    ['bad[{{.window}}]))', "bad[{{.window}}])) + vector(1) '", 'query-unbalanced', 10],
    ['sum(rate(bad[{{.window}}]))', '"bad[{{.window}}] # why"', 'query-ends-in-comment', 10],
    ['rate(all[{{ .window }}])', 'rate(bad[{{.window}}])', 'same-queries', 10],
    ['disable: true', 'disable: "yes"', 'wrong-type', 18],
    ['      name: Burns\n', '', 'missing', 13],
    ['version: prometheus/v1', 'version: prometheus/v2', 'not-sloth', 1],
  ])('is refused with "%s" become "%s": %s', (from, to, code, line) => {
    expect(spec).toContain(from);
    const { problems } = read(spec.replace(from, to));
    expect(problems).toMatchObject([{ code, place: { file: 'slos.yml', document: 1, line } }]);
    for (const language of ['en', 'ja'] as const) {
      expect(problemText(problems[0] as never, language)).toMatch(/^slos\.yml:\d+:\d+ ?.*: ./);
    }
  });

  it('needs no name for alerts that are all disabled', () => {
    const quiet = spec
      .replace('      name: Burns\n', '')
      .replace('labels: { team: night }', 'disable: true');
    expect(read(quiet).problems).toEqual([]);
  });

  it('says what to do about an SLI plug-in, which it does not run', () => {
    const other = spec.replace(/events:[^]*alerting/, 'plugin: { id: my/plugin }\n    alerting');
    const { problems } = read(other);
    expect(problems.map((one) => problemText(one, 'en'))).toEqual([
      'slos.yml:9:15 slos[0].sli.plugin: The SLI comes from the plug-in "my/plugin", a program of Sloth\'s that is not run here. Write the queries it makes as "events" or "raw": `sloth generate` shows them.',
    ]);
  });

  it('refuses two SLOs of one name, within a document and across documents, at the second', () => {
    expect(read(`${spec}---\n${spec}`).problems).toMatchObject([
      { code: 'same-slo', facts: { first: 'slos.yml:5' }, place: { document: 2, line: 24 } },
    ]);
  });

  it('warns of keys that nothing reads, and reads on', () => {
    const { problems, warnings } = read(spec.replace('objective:', 'objektive: 1\n    objective:'));
    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([
      {
        code: 'unknown-key',
        facts: { key: 'objektive' },
        place: { line: 6, path: 'slos[0].objektive' },
      },
    ]);
  });

  it('takes the chain of rules from plug-ins that Sloth itself has, and refuses others', () => {
    const chain = (text: string) => read(spec.replace('slos:', `slo_plugins: ${text}\nslos:`));
    const id = 'sloth.dev/core/sli_rules/v1';
    const only = chain(`{ overridePrevious: true, chain: [{ id: ${id} }] }`);
    const made = only.documents[0]?.slos[0]?.chain;
    expect(made).toEqual({ sli: 'mean', metadata: false, alerts: false, promql: false });
    const whole = chain(`{ chain: [{ id: ${id}, config: { disableOptimized: true } }] }`);
    expect(whole.documents[0]?.slos[0]?.chain.sli).toBe('whole');
    const other = chain('{ chain: [{ id: sloth.dev/contrib/alert_for/v1 }] }');
    expect(other.problems).toMatchObject([{ code: 'slo-plugin', place: { line: 4 } }]);
    const none = chain('{ overridePrevious: true }');
    expect(none.problems).toMatchObject([{ code: 'empty-chain' }]);
  });
});
