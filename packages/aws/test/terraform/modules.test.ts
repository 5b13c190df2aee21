import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfAll, demanded, modules, terraform, textOf, withoutTerraform } from './terraform.ts';

const minutes = 60_000;

it('lets nobody connect to an ops server', () => {
  const text = textOf('member');
  expect(text).toContain('aws_security_group');
  expect(text).not.toContain('ingress');
});

it('lets nobody connect to the hub but by groups of its own and the networks that the caller names', () => {
  const rules = textOf('hub').match(/^resource "aws_vpc_security_group_ingress_rule"[\s\S]*?^\}/gm);
  const sources = rules?.flatMap((rule) => rule.match(/\w*(?:cidr|referenced)\w* += .*/g) ?? []);
  expect(sources?.map((source) => source.replace(/ +/g, ' '))).toEqual([
    'referenced_security_group_id = aws_security_group.hub[each.value[0]].id',
    'cidr_ipv4 = each.value',
  ]);
});

it.each([
  ['hub', 'aws_kms_key" "hub'],
  ['hub', 'aws_s3_bucket" "kept'],
  ['member', 'aws_kms_key" "logs'],
])('does not destroy what is kept, nor what opens it: %s %s', (module, name) => {
  const block = new RegExp(`^resource "${name}"[^]*?^}`, 'm').exec(textOf(module))?.[0];
  expect(block).toMatch(/lifecycle {\s+prevent_destroy = true/);
});

it.each(['hub', 'member'])(
  'makes another security group before one goes, in which a server may be: %s',
  (module) => {
    const block = /^resource "aws_security_group"[^]*?^}/m.exec(textOf(module))?.[0];
    expect(block).toMatch(/name_prefix = [^]*create_before_destroy = true/);
  },
);

it('makes no balancer before the gateway that the internet reaches it by', () => {
  const block = /^resource "aws_lb" "hub"[^]*?^}/m.exec(textOf('hub'))?.[0];
  expect(block).toMatch(/depends_on = .*aws_internet_gateway\.made/);
});

describe.skipIf(withoutTerraform)('judged by Terraform', () => {
  let copy: ReturnType<typeof copyOfAll>;
  beforeAll(() => {
    copy = copyOfAll();
  });
  afterAll(() => copy.remove());

  it('is formatted', async () => {
    const { code, output } = await terraform(['fmt', '-check', '-recursive', '-diff'], copy.folder);
    expect(code, output).toBe(0);
  });

  it.for(modules)(
    'is valid by the provider, and keeps what its tests say: %s',
    { timeout: 9 * minutes },
    async (module, { skip }) => {
      const folder = join(copy.folder, module);
      const begun = await terraform(['init', '-backend=false', '-input=false'], folder);
      if (demanded) expect(begun.code, begun.output).toBe(0);
      if (begun.code !== 0) skip(`Terraform finds no provider here: ${lastLine(begun.output)}`);
      const valid = await terraform(['validate'], folder);
      expect(valid.code, valid.output).toBe(0);
      if (!existsSync(join(folder, 'tests'))) return;
      const tested = await terraform(['test'], folder);
      expect(tested.code, tested.output).toBe(0);
    },
  );
});

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
