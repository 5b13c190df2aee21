import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { traitsOf } from '../places/traits.ts';
import type { Execution, Place } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { drawDelay, uuid } from '../world/rng.ts';
import type { World } from '../world/world.ts';

/** AWS's own document: one `InstanceId` list, or resolved by the caller's `Targets`. */
const terminateInstanceDocument = 'AWS-TerminateEC2Instance';
/** The document that an installation brings: terminates what bears the tags `Lease` and `Installation`. */
const terminateLeaseDocument = 'Sekisho-TerminateLease';

const input = z.strictObject({
  DocumentName: z.string().regex(/^[a-zA-Z0-9_\-.:/]{3,128}$/),
  DocumentVersion: z.string().optional(),
  Parameters: z.record(z.string(), z.array(z.string())).optional(),
  ClientToken: z.string().optional(),
  Mode: z.enum(['Auto', 'Interactive']).optional(),
  TargetParameterName: z.string().optional(),
  Targets: z
    .array(z.strictObject({ Key: z.string(), Values: z.array(z.string()).min(1) }))
    .max(1)
    .optional(),
  MaxConcurrency: z.string().optional(),
  MaxErrors: z.string().optional(),
});

export type AutomationInput = z.infer<typeof input>;

/**
 * `StartAutomationExecution` of a document that terminates instances: `AWS-TerminateEC2Instance`
 * (by `InstanceId`, or by `Targets` on a tag) or `Sekisho-TerminateLease` (by `Lease` and `Installation`).
 * Which instances bear the tag is resolved when the Automation acts, not when it is started.
 */
export const startAutomationExecution = operation({
  service: 'ssm',
  input,
  run: (moment, asked: AutomationInput) => ({
    AutomationExecutionId: startAutomation(moment, asked).id,
  }),
});

/** Narrows the JSON that a schedule carries for its Automation. */
export const automationInput = input;

/** Starts the Automation; it acts a little later. */
export function startAutomation(moment: Moment, asked: AutomationInput): Execution {
  judgeDocument(moment, asked.DocumentName);
  const aim = aimOf(asked);
  const { automationMs, jitter } = moment.world.timing;
  const execution: Execution = {
    id: uuid(moment.rng),
    account: moment.account,
    region: moment.region,
    document: asked.DocumentName,
    startedAt: moment.now,
    actsAt: moment.now + drawDelay(moment.rng, automationMs, jitter),
    status: 'InProgress',
    aim,
    terminated: [],
    // It acts with the rights of whoever starts it.
    ...(moment.caller.includes(':role/') ? { role: moment.caller } : {}),
  };
  moment.world.executions.put(execution.id, execution);
  return execution;
}

/** The Automation documents that an account has in a region: AWS's own, and what Terraform's module brings. */
export function automationDocuments(world: World, place: Place): readonly string[] {
  const own = traitsOf(world, place).switchDocument ? [terminateLeaseDocument] : [];
  return [terminateInstanceDocument, ...own];
}

function judgeDocument({ world, account, region }: Moment, name: string): void {
  if (automationDocuments(world, { account, region }).includes(name)) return;
  throw new Refusal(
    'AutomationDefinitionNotFoundException',
    `An Automation document with the name ${name} could not be found.`,
  );
}

function aimOf(asked: AutomationInput): Execution['aim'] {
  const { Parameters = {}, Targets, TargetParameterName } = asked;
  if (asked.DocumentName === terminateLeaseDocument) {
    return {
      tags: {
        'sekisho:lease': need(Parameters, 'Lease'),
        'sekisho:installation': need(Parameters, 'Installation'),
      },
    };
  }
  const [target] = Targets ?? [];
  if (target === undefined) return { instanceIds: need(Parameters, 'InstanceId') };
  if (TargetParameterName !== 'InstanceId' || !target.Key.startsWith('tag:')) {
    throw badParameters('Targets need TargetParameterName InstanceId and a key tag:NAME.');
  }
  return { tags: { [target.Key.slice('tag:'.length)]: target.Values } };
}

function need(parameters: Readonly<Record<string, string[]>>, name: string): string[] {
  const values = parameters[name];
  if (values === undefined || values.length === 0) {
    throw badParameters(`The parameter ${name} is required.`);
  }
  return values;
}

function badParameters(message: string): Refusal {
  return new Refusal('InvalidAutomationExecutionParametersException', message);
}
