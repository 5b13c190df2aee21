import { afterEach, expect, it } from 'vitest';
import { startScriptedAws, stsError, xml } from '../../test/judges/scripted-aws.ts';
import { createClients } from '../clients.ts';
import { simulate } from './simulate.ts';

const role = 'arn:aws:iam::222222222222:role/sekisho';
const opened: { close(): unknown }[] = [];
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

const each = (resource: string, decision: string) =>
  `<member><EvalResourceName>${resource}</EvalResourceName><EvalResourceDecision>${decision}</EvalResourceDecision></member>`;
/** As IAM sums up several resources: the whole says nothing of one of them. */
const result = (action: string, specific: readonly string[]) =>
  `<member><EvalActionName>${action}</EvalActionName><EvalResourceName>arn:aws:iam::\${Account}:*</EvalResourceName><EvalDecision>allowed</EvalDecision><ResourceSpecificResults>${specific.join('')}</ResourceSpecificResults></member>`;

/** IAM that lets anything but what is named be done, and refuses to be asked about two actions at once. */
async function open(denied: Readonly<Record<string, string>>) {
  const aws = await startScriptedAws(({ body }) => {
    const asked = [...new URLSearchParams(body)];
    const those = (list: string) =>
      asked.flatMap(([name, value]) => (name.startsWith(`${list}.member.`) ? [value] : []));
    const [actions, resources] = [those('ActionNames'), those('ResourceArns')];
    // "Actions: [a] and [b] require different authorization information."
    if (actions.length > 1) return stsError(400, 'InvalidInput');
    const results = actions.map((action) =>
      result(
        action,
        resources.map((on) => each(on, denied[action] === on ? 'implicitDeny' : 'allowed')),
      ),
    );
    return xml(
      200,
      `<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults>${results.join('')}</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>`,
    );
  });
  const credentials = { accessKeyId: 'AKIAPRACTICE', secretAccessKey: 'practice' };
  const region = 'ap-northeast-1';
  const settings = { endpoint: aws.endpoint, credentials, region, requestTimeoutMs: 5000 };
  const clients = createClients(settings);
  opened.push(aws, clients);
  const scope = { environment: 'staging', account: '222222222222', region, roleArn: role };
  return { aws, at: { clients, scope, signal: AbortSignal.timeout(5000) } };
}

it('asks about actions one by one that IAM judges by different things, and tells the worst resource', async () => {
  const { at } = await open({ 'sso:CreateAccountAssignment': 'b' });
  const names = ['sso:CreateAccountAssignment', 'sso:ListPermissionSets'];
  expect(await simulate(at, role, [{ names, resources: ['a', 'b', 'c'] }])).toEqual([
    {
      ...{ action: names[0], outcome: 'denied' },
      detail: 'SimulatePrincipalPolicy: implicitDeny on b',
    },
    { action: names[1], outcome: 'simulated', detail: '' },
  ]);
});

it('asks for no more than IAM answers in a page', async () => {
  const { at, aws } = await open({});
  const resources = Array.from({ length: 150 }, (_, index) => `r${index}`);
  expect(await simulate(at, role, [{ names: ['sso:CreateAccountAssignment'], resources }])).toEqual(
    [{ action: 'sso:CreateAccountAssignment', outcome: 'simulated', detail: '' }],
  );
  expect(aws.calls).toHaveLength(2);
});

it('is not sure of a denial that the policy of a bucket or queue may make good', async () => {
  const { at } = await open({ 's3:GetObject': 'a' });
  expect(await simulate(at, role, [{ names: ['s3:GetObject'], resources: ['a'] }])).toEqual([
    { action: 's3:GetObject', outcome: 'unsure', detail: 'ResourcePolicy' },
  ]);
});
