import type { Incoming } from './come-in/incoming.ts';
import { memoryOf } from './forms/form.ts';
import type { Message } from './message.ts';
import type { Parts } from './parts.ts';

/** Errors of Slack that mean: this person cannot be answered in that channel. */
const notThere =
  /not_in_channel|channel_not_found|user_not_in_channel|is_archived|restricted_action/;

/**
 * Answers one person where they acted, visible to them alone; by direct message where that
 * cannot be. Errors: throws when Slack does not take it; the caller tries again later.
 */
export async function answer(parts: Parts, incoming: Incoming, message: Message): Promise<void> {
  if (incoming.responseUrl !== null && (await respond(parts, incoming.responseUrl, message)))
    return;
  const channel = channelOf(incoming);
  const { user } = incoming;
  if (channel !== null && !channel.startsWith('D')) {
    const shown = await parts.client.chat.postEphemeral({ channel, user, ...message }).then(
      () => true,
      (error: unknown) => {
        if (notThere.test(String(error))) return false;
        throw error;
      },
    );
    if (shown) return;
  }
  await parts.client.chat.postMessage({ channel: user, ...message });
}

function channelOf(incoming: Incoming): string | null {
  return incoming.kind === 'submission' ? memoryOf(incoming.metadata).channel : incoming.channel;
}

/** A `response_url` works where the bot is not a member, for half an hour and five answers. */
async function respond(
  { slackOrigin, logger }: Parts,
  url: string,
  message: Message,
): Promise<boolean> {
  if (!URL.canParse(url)) return false;
  const { origin } = new URL(url);
  // Only to Slack: what came in names this address.
  if (origin !== 'https://hooks.slack.com' && origin !== slackOrigin) return false;
  const body = { response_type: 'ephemeral', replace_original: false, ...message };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  if (response?.ok === true) return true;
  logger.debug({ status: response?.status }, 'a response_url did not take the answer');
  return false;
}
