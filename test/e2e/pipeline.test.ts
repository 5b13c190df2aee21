import { afterAll, expect, inject, test } from 'vitest';
import { holdApplyJob } from './support/job-tokens.ts';
import { call, clearHouse } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
afterAll(clearHouse);

test('a change is planned, agreed to by an SRE, applied with the role, and the role given back', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.getByRole('link', { name: 'Chat' }).click();
  await page.getByRole('button', { name: 'Pipeline', exact: true }).click();
  await page.getByRole('button', { name: 'Run the pipeline' }).click();
  const stage = (name: string, state: string) =>
    page.locator(`[data-stage="${name}"][data-state="${state}"]`).waitFor();
  // Practice GitHub's webhook told Sekisho of the pull request, and Sekisho set a status on it.
  await page.locator('[data-check="sekisho/error-budget"]').waitFor();
  await stage('approval', 'making');
  await stage('apply', 'waiting');
  const link = page.getByRole('link', { name: 'See the plan and the lease' });
  const path = (await link.getAttribute('href')) ?? '';

  const sre = await visit({ hat: 'sre2' });
  await sre.page.goto(`${new URL(sre.page.url()).origin}${path}`);
  await sre.page.getByRole('heading', { name: 'Plan of a job' }).waitFor();
  await sre.page.getByText('terraform_data.release').first().waitFor();
  await sre.page.getByRole('button', { name: 'Approve' }).click();

  await stage('apply', 'done');
  await stage('end', 'done');
  const id = path.split('/').at(-1) ?? '';
  expect((await call('engineer', 'lease.show', { id })).state).toBe('ended');
  const apply = page.locator('[data-stage="apply"]');
  await apply.getByText(/^Log/).click();
  await apply.getByText(`assumed-role/sekisho-ci-apply/sekisho-${id}`).waitFor();
});

/** Status and code of what the door answers to a job. */
async function exchange(token: string, plan: object) {
  const answer = await fetch(`${inject('practice').origin}/api/v1/ci/exchange`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, purpose: 'apply', plan }),
  });
  const told = (await answer.json()) as { readonly state?: string; readonly code?: string };
  return `${answer.status} ${told.code ?? told.state ?? 'nothing'}`;
}

function planOf(name: string, sha256 = 'a'.repeat(64)) {
  const change = { actions: ['create'], before: null, after: { input: name } };
  const resource = { mode: 'managed', type: 'terraform_data', name, change };
  const provider = {
    address: `terraform_data.${name}`,
    provider_name: 'terraform.io/builtin/terraform',
  };
  return {
    sha256,
    json: { format_version: '1.2', resource_changes: [{ ...resource, ...provider }] },
  };
}

test('a job is let in by a token of its own once, for the plan that it showed and no other', async () => {
  const job = await holdApplyJob();
  try {
    const token = await job.token();
    const [head, claims = '', seal] = token.split('.');
    const others = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...others, actor: 'ken-watanabe' }));
    const tampered = [head, forged.toString('base64url'), seal].join('.');
    expect(await exchange(tampered, planOf('a'))).toBe('401 ci-token-refused');
    expect(await exchange(token, planOf('a'))).toBe('200 requested');
    expect(await exchange(token, planOf('a'))).toBe('401 ci-replayed');
    expect(await exchange(await job.token(), planOf('other'))).toBe('403 ci-lease-differs');
    const { json: _, ...unseen } = planOf('a', 'b'.repeat(64));
    expect(await exchange(await job.token(), unseen)).toBe('400 ci-plan-missing');
    expect(await exchange(await job.token(), planOf('a'))).toBe('200 requested');
  } finally {
    await job.close();
  }
});
