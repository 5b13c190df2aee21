import { SlackFailure } from '../failure.ts';
import { showMessage } from '../messages.ts';
import { showChannel } from '../methods/conversations.ts';
import { showPerson } from '../methods/users.ts';
import { showView } from '../modals.ts';
import type { Json, SlackState } from '../state.ts';

/** The people of the workspace. */
export function listPeople(state: SlackState): Json {
  return {
    users: Object.values(state.people).map((p) => showPerson(p, state.team.id, true)),
    commands: state.app.commands,
  };
}

/** The channels that a person is in. */
export function listChannels(state: SlackState, user: string): Json {
  const mine = Object.values(state.channels).filter((c) => user === '' || c.members.includes(user));
  return { channels: mine.map((c) => showChannel(c, state.app.botUser)) };
}

/**
 * A channel as one person sees it: oldest first, with their ephemeral messages and all threads.
 * Errors: `channel_not_found`.
 */
export function readChannel(state: SlackState, user: string, channel: string): Json {
  const found = state.channels[channel];
  if (found?.members.includes(user) !== true) throw new SlackFailure('channel_not_found');
  const all = state.messages[channel] ?? [];
  const mine = all.filter((m) => m.ephemeralFor === undefined || m.ephemeralFor === user);
  return {
    messages: mine.map((m) =>
      showMessage(
        m,
        state.team.id,
        all.filter((r) => r.threadTs === m.ts && r.ts !== m.ts),
      ),
    ),
  };
}

/** A file of a channel that a person is in. Errors: `file_not_found`. */
export function readFile(state: SlackState, user: string, id: string): Buffer {
  const file = state.files?.[id];
  const seen = file?.shared.some((channel) => state.channels[channel]?.members.includes(user));
  const data = seen === true ? (file?.data ?? null) : null;
  if (data === null) throw new SlackFailure('file_not_found');
  return Buffer.from(data, 'base64');
}

/** The modal on top of a person's stack, or null. */
export function readView(state: SlackState, user: string): Json {
  const stack = state.modals[user] ?? [];
  const view = state.views[stack.at(-1) ?? ''];
  return { view: view === undefined ? null : showView({ state }, view), depth: stack.length };
}

/** A person's home tab, or null when the app has published none. */
export function readHome(state: SlackState, user: string): Json {
  const view = state.views[state.homes[user] ?? ''];
  return { view: view === undefined ? null : showView({ state }, view) };
}
