import { inject } from 'vitest';

/** The account of the sandbox in practice. */
const account = '333333333333';

/** Launches a server past Sekisho that bears its tags, and answers its id: no lease explains it. */
export async function launchOrphan(awsUrl = inject('practice').awsUrl): Promise<string> {
  const tags = { 'sekisho:installation': 'practice', 'sekisho:environment': 'sandbox' };
  const tagged = Object.entries(tags).flatMap(([key, value], index) => [
    [`TagSpecification.1.Tag.${index + 1}.Key`, key],
    [`TagSpecification.1.Tag.${index + 1}.Value`, value],
  ]);
  const answer = await ec2(awsUrl, 'RunInstances', {
    MinCount: '1',
    MaxCount: '1',
    'LaunchTemplate.LaunchTemplateName': 'sekisho-ops-server',
    'TagSpecification.1.ResourceType': 'instance',
    ...Object.fromEntries(tagged),
  });
  const id = /<instanceId>(i-[0-9a-f]+)</.exec(answer)?.[1];
  if (id === undefined) throw new Error(`No instance was launched: ${answer}`);
  return id;
}

export async function terminate(id: string): Promise<void> {
  await ec2(inject('practice').awsUrl, 'TerminateInstances', { 'InstanceId.1': id });
}

/** EC2's query protocol, as any program speaks it. Errors: what practice AWS answered. */
async function ec2(
  awsUrl: string,
  action: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const scope = `${account}/20260501/ap-northeast-1/ec2/aws4_request`;
  const response = await fetch(awsUrl, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ Action: action, Version: '2016-11-15', ...parameters }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${action}: ${text}`);
  return text;
}
