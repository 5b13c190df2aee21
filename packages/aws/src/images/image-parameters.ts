import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetParameterHistoryCommand,
  GetParametersCommand,
  PutParameterCommand,
  type SSMClient,
} from '@aws-sdk/client-ssm';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { allPages } from '../pages.ts';
import { ssmFailures } from '../ssm/failures.ts';
import { inTime } from './in-time.ts';

const valueAnswer = z.object({ Name: z.string(), Value: z.string() });
const parametersAnswer = z.object({ Parameters: z.array(valueAnswer).default([]) });
const historyAnswer = parametersAnswer.extend({ NextToken: z.string().optional() });
const anything = z.object({});

const lookAgainMs = 2000;

/** Values by name; what is not there is missing. */
export async function readParameters(
  ssm: SSMClient,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const command = new GetParametersCommand({ Names: [...names] });
  const { Parameters } = await ask(inTime(), ssmFailures, parametersAnswer, (with_) =>
    ssm.send(command, with_),
  );
  return new Map(Parameters.map(({ Name, Value }) => [Name, Value]));
}

/** Values that a parameter had, the oldest first; none of one that is not there. */
export async function parameterHistory(ssm: SSMClient, Name: string): Promise<readonly string[]> {
  try {
    return await allPages(async (token) => {
      const command = new GetParameterHistoryCommand({ Name, ...(token && { NextToken: token }) });
      const page = await ask(inTime(), ssmFailures, historyAnswer, (with_) =>
        ssm.send(command, with_),
      );
      const items = page.Parameters.map(({ Value }) => Value);
      return { items, nextToken: page.NextToken || null };
    });
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return [];
    throw error;
  }
}

/** Writes plain text, as long as the tiers allow. */
export async function writeText(ssm: SSMClient, Name: string, Value: string): Promise<void> {
  const Tier = 'Intelligent-Tiering';
  const command = new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true, Tier });
  await ask(inTime(), ssmFailures, anything, (with_) => ssm.send(command, with_));
}

/**
 * Writes an image's id and waits until AWS shows it: AWS answers that it succeeded before it has looked whether
 * there is such an image, and never takes one that is not there.
 * Source: Systems Manager API Reference, PutParameter.
 *
 * @throws {CloudError} `ImageNotTaken` when it is not shown in time; servers come from the image before, then.
 * `ImageParameterRefused` when the parameter can hold none
 */
export async function writeImage(
  ssm: SSMClient,
  { name: Name, image: Value, withinMs }: ImageWrite,
): Promise<void> {
  const DataType = 'aws:ec2:image';
  const put = { Name, Value, Type: 'String', Overwrite: true, DataType } as const;
  await ask(inTime(), ssmFailures, anything, (with_) =>
    ssm.send(new PutParameterCommand(put), with_),
  ).catch((error: unknown) => {
    if (!(error instanceof CloudError && error.failure === 'invalid')) throw error;
    throw new CloudError('invalid', 'ImageParameterRefused', error.detail, error);
  });
  const end = performance.now() + withinMs;
  while ((await readParameters(ssm, [Name])).get(Name) !== Value) {
    const left = end - performance.now();
    if (left <= 0) throw new CloudError('invalid', 'ImageNotTaken', `${Name}: ${Value}`);
    await sleep(Math.min(lookAgainMs, left));
  }
}

interface ImageWrite {
  readonly name: string;
  readonly image: string;
  readonly withinMs: number;
}
