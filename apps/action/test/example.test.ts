import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundleAction } from './job.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const example = fileURLToPath(new URL('../../../examples/terraform-github/', import.meta.url));
const manifests = { 'sekisho/action': 'action.yml', 'sekisho/action/verify': 'verify/action.yml' };

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}
interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Queued {
  readonly concurrency?: unknown;
}
interface Workflow extends Queued {
  readonly jobs: Readonly<Record<string, Queued & { readonly if?: string }>>;
}

const manifestOf = (name: keyof typeof manifests) =>
  parse(readFileSync(join(home, manifests[name]), 'utf8')) as Manifest;
const apply = readFileSync(join(example, '.github/workflows/apply.yml'), 'utf8');
const workflowOf = (name: string) =>
  parse(readFileSync(join(example, '.github/workflows', name), 'utf8')) as Workflow;
const { jobs } = parse(apply) as { jobs: Record<string, { readonly steps: readonly Step[] }> };
const steps = Object.values(jobs).flatMap((job) => job.steps);

/** What a release commits, as the decision about it says: the manifests, and the one file. */
let tree: string;
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'sekisho-release-'));
  const file = bundleAction();
  for (const path of Object.values(manifests)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    copyFileSync(join(home, path), join(tree, path));
  }
  mkdirSync(join(tree, 'dist'));
  copyFileSync(file, join(tree, 'dist/index.mjs'));
  rmSync(dirname(file), { recursive: true });
});
afterAll(() => rmSync(tree, { recursive: true }));

describe('the action as the example uses it', () => {
  it.each(Object.keys(manifests) as (keyof typeof manifests)[])(
    '%s gets the inputs that it declares, and what it needs',
    (name) => {
      const { inputs } = manifestOf(name);
      const used = steps.filter(({ uses }) => uses?.split('@')[0] === name);
      expect(used).toHaveLength(1);
      const given = Object.keys(used[0]?.with ?? {});
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(given));
      const needed = Object.entries(inputs).filter(([, { required }]) => required === true);
      expect(given).toEqual(expect.arrayContaining(needed.map(([input]) => input)));
    },
  );

  it('gives the outputs that later steps ask for', () => {
    const asked = [...apply.matchAll(/steps\.sekisho\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(0);
    expect(Object.keys(manifestOf('sekisho/action').outputs ?? {})).toEqual(
      expect.arrayContaining(asked),
    );
  });

  it('starts from a release’s files, by what each manifest names', () => {
    for (const name of Object.keys(manifests) as (keyof typeof manifests)[]) {
      const { runs } = manifestOf(name);
      expect(runs.using).toBe('node24');
      const main = resolve(tree, dirname(manifests[name]), runs.main);
      const env = { INPUT_DO: 'verify', INPUT_SHA256: 'no hash', INPUT_PLAN: 'tfplan' };
      const { stdout } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' });
      expect(stdout).toContain('::error::Input "sha256" is "no hash"');
    }
  });
});

describe('a push while an older run waits for its yes', () => {
  it('is held back by nothing, so that it can ask and void what is waited for', () => {
    const infra = workflowOf('infra.yml');
    const ofPush = Object.values(infra.jobs).filter((job) => job.if?.includes("== 'push'"));
    expect(ofPush).toHaveLength(1);
    const called = workflowOf('apply.yml');
    const onItsWay = [infra, ...ofPush, called, ...Object.values(called.jobs)];
    expect(onItsWay.filter(({ concurrency }) => concurrency !== undefined)).toEqual([]);
  });
});

/** Arguments of the resources, as https://registry.terraform.io/providers/hashicorp/aws/latest/docs has them. */
const known: Readonly<Record<string, readonly string[]>> = {
  aws_iam_openid_connect_provider: ['url', 'client_id_list', 'thumbprint_list', 'tags'],
  aws_iam_policy: ['name', 'name_prefix', 'path', 'description', 'policy', 'tags'],
  aws_iam_role_policy_attachment: ['role', 'policy_arn'],
  aws_iam_role: [
    ...['name', 'name_prefix', 'path', 'description', 'assume_role_policy', 'tags'],
    ...['max_session_duration', 'permissions_boundary', 'force_detach_policies'],
  ],
};
const hasTerraform = spawnSync('terraform', ['version']).error === undefined;

describe('the AWS side of the example', () => {
  const folder = join(example, 'aws');

  it.skipIf(!hasTerraform)('is written as terraform writes it, and so can be read', () => {
    expect(execFileSync('terraform', ['fmt', '-check', '-diff', folder]).toString()).toBe('');
  });

  it('lets Sekisho give sessions the tags that its own policy names, and no others', () => {
    const policy = fileURLToPath(new URL('../../../docs/iam/ci-roles.json', import.meta.url));
    const [, keys = ''] = /"aws:TagKeys": \[([^\]]*)\]/.exec(readFileSync(policy, 'utf8')) ?? [];
    const main = readFileSync(join(folder, 'main.tf'), 'utf8');
    const [, tags = ''] = /"aws:TagKeys" = \[for tag in \[([^\]]*)\]/.exec(main) ?? [];
    const named = [...tags.matchAll(/"(\w+)"/g)].map(([, tag = '']) => `sekisho:${tag}`);
    expect(named.length).toBeGreaterThan(0);
    expect(named).toEqual([...keys.matchAll(/"([^"]+)"/g)].map(([, key]) => key));
  });

  it('names arguments that the provider has, and variables that are declared', () => {
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const all = texts.join('\n');
    const resources = [...all.matchAll(/^resource "(\w+)" "\w+" \{\n([\s\S]*?)\n\}$/gm)];
    expect(resources.length).toBeGreaterThan(5);
    for (const [, type = '', body = ''] of resources) {
      const names = [...body.matchAll(/^ {2}(\w+) +=/gm)].map(([, name]) => name);
      expect(known[type], type).toEqual(expect.arrayContaining(names));
    }
    const declared = [...all.matchAll(/^variable "(\w+)"/gm)].map(([, name]) => name);
    const asked = [...all.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name);
    expect(new Set(declared)).toEqual(new Set(asked));
  });
});
