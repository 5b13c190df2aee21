import { DescribeDocumentCommand } from '@aws-sdk/client-ssm';
import { CloudError, type LaunchTrial, orCloudError, type SwitchSight } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ssmFailures } from '../ssm/failures.ts';
import { impliedSwitchActions } from '../switch-actions.ts';
import { arnsOf } from './arns.ts';
import { type Question, simulate } from './simulate.ts';

export const actions = ['ssm:DescribeDocument'] as const;

const answer = z.object({ Document: z.object({ DocumentType: z.string(), Status: z.string() }) });

/** Whether the document of dead-man's switches is there, and what IAM says to what their role does. */
export async function switchSight(
  at: Connection,
  { installation, scheduleRole }: Pick<LaunchTrial, 'installation' | 'scheduleRole'>,
  document: string,
): Promise<SwitchSight> {
  const { here, role } = arnsOf(at.scope);
  const starting = ['ssm:StartAutomationExecution'];
  const execution = here('ssm', 'automation-execution/sekisho-doctor');
  const questions: readonly Question[] = [
    { names: starting, resources: [here('ssm', `document/${document}`)] },
    { names: [...starting, ...impliedSwitchActions], resources: [execution] },
    { names: ['ec2:DescribeInstances'], resources: ['*'] },
    {
      names: ['ec2:TerminateInstances'],
      resources: [here('ec2', 'instance/i-00000000000000000')],
      context: { 'aws:ResourceTag/sekisho:installation': installation },
    },
  ];
  const [found, tried] = await Promise.all([
    isThere(at, document),
    simulate(at, role(scheduleRole), questions),
  ]);
  return { document, found, tried };
}

async function isThere({ clients, signal }: Connection, name: string): Promise<boolean> {
  const command = new DescribeDocumentCommand({ Name: name });
  const codes = { ...ssmFailures, InvalidDocument: 'not-found' } as const;
  const asked = ask(signal, codes, answer, (options) => clients.ssm.read.send(command, options));
  const found = await orCloudError(asked);
  if (found instanceof CloudError) {
    if (found.failure === 'not-found') return false;
    throw found;
  }
  const { DocumentType, Status } = found.Document;
  return DocumentType === 'Automation' && Status === 'Active';
}
