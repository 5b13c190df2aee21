import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { watchConfig } from './config-file.ts';

const example = fileURLToPath(new URL('../../../examples/slo/', import.meta.url));
const opened: { close(): void }[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The example in a folder of its own, followed; `settle` looks until what changed holds still. */
function follow() {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-config-'));
  folders.push(folder);
  cpSync(example, folder, { recursive: true });
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  const config = watchConfig(join(folder, 'sekisho.yaml'), logger);
  opened.push(config);
  let changes = 0;
  config.onChange(() => {
    changes += 1;
  });
  const settle = () => {
    config.look();
    config.look();
  };
  const ids = () => config.current().slos.map(({ id }) => id);
  const services = join(folder, 'services');
  return { config, services, settle, ids, changes: () => changes, logged: () => lines.join('') };
}

const another = `apiVersion: openslo/v1
kind: SLO
metadata: { name: another }
spec:
  service: checkout
  indicatorRef: absent
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.99 }]
`;

const sli = `apiVersion: openslo/v1
kind: SLI
metadata: { name: absent }
spec:
  ratioMetric:
    rawType: success
    raw: { metricSource: { metricSourceRef: shop-alb, spec: { badWhen: { status: 5xx } } } }
`;

describe('the configuration in force', () => {
  it('follows files of SLOs that are added, changed and removed', () => {
    const { services, settle, ids, changes } = follow();
    const before = ids();
    mkdirSync(join(services, 'new'));
    writeFileSync(join(services, 'new', 'another.yaml'), `${another}---\n${sli}`);
    settle();
    expect(ids()).toEqual([...before, 'another']);
    writeFileSync(
      join(services, 'new', 'another.yaml'),
      `${another.replace('0.99', '0.995')}---\n${sli}`,
    );
    settle();
    expect(changes()).toBe(2);
    rmSync(join(services, 'new', 'another.yaml'));
    settle();
    expect(ids()).toEqual(before);
    expect(changes()).toBe(3);
  });

  it('waits until what belongs together is there, and takes it as one change', () => {
    const { config, services, settle, ids, changes } = follow();
    writeFileSync(join(services, 'sli.yaml'), sli);
    config.look();
    writeFileSync(join(services, 'slo.yaml'), another);
    config.look();
    expect(changes()).toBe(0);
    settle();
    expect(ids()).toContain('another');
    expect(changes()).toBe(1);
  });

  it('stays as it was while any file has a problem, which is told once', () => {
    const { services, settle, ids, changes, logged } = follow();
    const before = ids();
    const checkout = join(services, 'checkout.yaml');
    const text = readFileSync(checkout, 'utf8');
    writeFileSync(checkout, text.replace('target: 0.995', 'target: 0.997'));
    writeFileSync(join(services, 'slo.yaml'), another);
    settle();
    settle();
    expect(ids()).toEqual(before);
    expect(changes()).toBe(0);
    expect(logged().split('the old one stays')).toHaveLength(2);
    expect(logged()).toContain('slo.yaml:6:');
    writeFileSync(join(services, 'sli.yaml'), sli);
    settle();
    expect(ids()).toContain('another');
    expect(changes()).toBe(1);
  });

  it('is not another one for a comment or a moved document', () => {
    const { config, services, settle, changes } = follow();
    const { hash } = config.current();
    const text = readFileSync(join(services, 'sources.yaml'), 'utf8');
    rmSync(join(services, 'sources.yaml'));
    writeFileSync(join(services, 'zzz.yml'), `# moved\n${text}`);
    settle();
    expect(config.current().hash).toBe(hash);
    expect(changes()).toBe(0);
  });

  it('is refused at the start with every problem of every file', () => {
    const { services, config } = follow();
    writeFileSync(join(services, 'slo.yaml'), another);
    writeFileSync(join(services, 'worse.yaml'), 'kind: SLO\n');
    const start = () => watchConfig(join(services, '..', 'sekisho.yaml'), pino({ enabled: false }));
    expect(start).toThrow(/slo\.yaml:6:[^]*worse\.yaml:1:/);
    expect(config.current().slos).not.toEqual([]);
  });
});
