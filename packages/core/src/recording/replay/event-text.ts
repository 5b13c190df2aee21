import { z } from 'zod';

const structured = z.object({ eventVersion: z.string(), sessionData: z.array(z.string()) });

/**
 * What an event of a session's stream showed: lines in JSON where the preferences stream, text where
 * they do not. Session Manager takes carriage returns out; a screen needs them.
 * Source: amazon-ssm-agent, `cloudwatchlogsservice.go`, `buildEventInfo`; Systems Manager User Guide,
 * "Logging session data using Amazon CloudWatch Logs".
 */
export function eventText(message: string): string {
  const lines = linesOf(message) ?? message.replace(/\n$/, '').split('\n');
  return lines.map((line) => `${line.replace(/\r$/, '')}\r\n`).join('');
}

/** Null for what is no event of a stream, and for one that was cut. */
function linesOf(message: string): readonly string[] | null {
  if (!message.startsWith('{')) return null;
  try {
    return structured.safeParse(JSON.parse(message)).data?.sessionData ?? null;
  } catch {
    return null;
  }
}
