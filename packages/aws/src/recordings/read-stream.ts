import { type CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CloudError, type LogPage, type RecordingCloud } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { FailureCodes } from '../failure.ts';

export const actions = ['logs:GetLogEvents'] as const;

/** Source: CloudWatch Logs API reference, GetLogEvents, "Errors". */
const failures: FailureCodes = {
  InvalidParameterException: 'invalid',
  ServiceUnavailableException: 'unknown-outcome',
};
/** Source: the same; a page is 1 MB at most whatever is asked for. */
const PAGE_SIZE = 10_000;

const answer = z.object({
  events: z
    .array(z.object({ timestamp: z.number().optional(), message: z.string().optional() }))
    .optional(),
  nextForwardToken: z.string().optional(),
});

type Asked = Parameters<RecordingCloud['readStream']>[1];

/** A page of a stream, the oldest events first; null where there is no such stream, or no such group. */
export async function readStream(
  client: CloudWatchLogsClient,
  signal: AbortSignal,
  { group, stream, from, until, token }: Asked,
): Promise<LogPage | null> {
  const command = new GetLogEventsCommand({
    ...{ logGroupName: group, logStreamName: stream, startFromHead: true, limit: PAGE_SIZE },
    ...(from === undefined ? {} : { startTime: from.getTime() }),
    ...(until === undefined ? {} : { endTime: until.getTime() }),
    ...(token === null ? {} : { nextToken: token }),
  });
  try {
    const page = await ask(signal, failures, answer, (options) => client.send(command, options));
    const events = (page.events ?? []).flatMap(({ timestamp: at, message }) =>
      at === undefined || message === undefined ? [] : { at, message },
    );
    // An empty page is not the end: a token that comes back is.
    const next = page.nextForwardToken ?? null;
    return { events, next: next === token ? null : next };
  } catch (error) {
    // The code is one for both, and who answers does not agree on the sentence.
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}
