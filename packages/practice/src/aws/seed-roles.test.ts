import { lintTrust, readTrustPolicy } from '@sekisho/github-oidc';
import { expect, it } from 'vitest';
import { sizeOf } from './iam/input.ts';
import { practiceCi } from './seed-roles.ts';
import { createBench, here } from './testing/bench.ts';

const { planRole, applyRole, windowRole } = practiceCi;

function trustOf(RoleName: string): string {
  const { Role } = createBench().call('GetRole', { RoleName }, here);
  return decodeURIComponent(Role.AssumeRolePolicyDocument);
}

it('gives every account roles that AWS would take', () => {
  for (const name of ['sekisho', planRole, applyRole, windowRole]) {
    expect(sizeOf(trustOf(name))).toBeLessThan(2048);
  }
});

it('lets into the window’s role nobody whom the linter of trust policies would mind', () => {
  const statements = readTrustPolicy(trustOf(windowRole)) ?? [];
  expect(statements).toHaveLength(1);
  expect(lintTrust(statements)).toEqual([]);
});
