import { createHash } from 'node:crypto';
import type { Given, Incoming, Values } from './incoming.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads what Slack sent, whatever its kind; null for what the door does not listen to.
 * Keys are our own: the event's id, else a hash of who did what with which trigger.
 */
export function readIncoming(body: unknown, now: Date): Incoming | null {
  if (!isJson(body)) return null;
  const at = now.toISOString();
  if (typeof body['command'] === 'string') return readCommand(body, at);
  if (body['type'] === 'block_actions') return readAction(body, at);
  if (body['type'] === 'view_submission') return readSubmission(body, at);
  if (body['type'] === 'event_callback') return readEvent(body, at);
  return null;
}

function readCommand(body: Json, at: string): Incoming {
  const [team, user] = [text(body['team_id']), text(body['user_id'])];
  const [command, words] = [text(body['command']), text(body['text'])];
  const trigger = text(body['trigger_id']);
  return {
    kind: 'command',
    key: keyOf(team, user, command, trigger, words),
    ...{ team, user, at, command, trigger, text: words },
    channel: text(body['channel_id']) || null,
    responseUrl: text(body['response_url']) || null,
  };
}

function readAction(body: Json, at: string): Incoming | null {
  const [action] = Array.isArray(body['actions']) ? (body['actions'] as unknown[]) : [];
  if (!isJson(action)) return null;
  const { team, user } = whoDid(body);
  const id = text(action['action_id']);
  const value = id.includes(' ') ? ticked(action) : plainValue(action);
  const actionTs = text(action['action_ts']);
  const view = isJson(body['view']) ? body['view'] : null;
  const channel = isJson(body['channel']) ? text(body['channel']['id']) : '';
  return {
    kind: 'action',
    key: keyOf(team, user, id, actionTs, value),
    ...{ team, user, at, id, value, actionTs },
    trigger: text(body['trigger_id']) || null,
    channel: channel || null,
    responseUrl: text(body['response_url']) || null,
    view:
      view === null
        ? null
        : {
            id: text(view['id']),
            form: text(view['callback_id']),
            metadata: text(view['private_metadata']),
          },
    values: valuesOf(view),
  };
}

function readSubmission(body: Json, at: string): Incoming | null {
  const view = body['view'];
  if (!isJson(view)) return null;
  const { team, user } = whoDid(body);
  const form = text(view['callback_id']);
  const trigger = text(body['trigger_id']) || text(view['hash']);
  const values = valuesOf(view);
  return {
    kind: 'submission',
    key: keyOf(team, user, form, `${text(view['id'])} ${trigger}`, JSON.stringify(values)),
    ...{ team, user, at, form, values },
    metadata: text(view['private_metadata']),
    trigger: trigger || null,
    channel: null,
    responseUrl: null,
  };
}

function readEvent(body: Json, at: string): Incoming | null {
  const event = body['event'];
  if (!isJson(event) || event['type'] !== 'app_home_opened' || event['tab'] !== 'home') return null;
  return {
    kind: 'home',
    key: `event:${text(body['event_id'])}`,
    team: text(body['team_id']),
    user: text(event['user']),
    at,
    ...{ channel: null, responseUrl: null, trigger: null },
  };
}

/** Someone of another workspace carries their own team beside their id. */
function whoDid(body: Json): { team: string; user: string } {
  const user = isJson(body['user']) ? body['user'] : {};
  const team = isJson(body['team']) ? body['team'] : {};
  return { team: text(user['team_id']) || text(team['id']), user: text(user['id']) };
}

function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** `state.values` of a form by field: a block is named after its field, with `:…` behind it where it is redrawn. */
function valuesOf(view: unknown): Values {
  const state = isJson(view) && isJson(view['state']) ? view['state']['values'] : null;
  if (!isJson(state)) return {};
  const values: Record<string, Given> = {};
  for (const [block, actions] of Object.entries(state)) {
    const [first] = isJson(actions) ? Object.values(actions) : [];
    const [name = block] = block.split(':');
    values[name] = { block, value: plainValue(first) };
  }
  return values;
}

/** The plain value of one element: what was typed, the option or person chosen, `yes` for a ticked box. */
function plainValue(element: unknown): string {
  if (!isJson(element)) return '';
  const option = element['selected_option'];
  if (isJson(option)) return text(option['value']);
  if (Array.isArray(element['selected_options'])) {
    return element['selected_options'].length > 0 ? 'yes' : '';
  }
  return text(element['selected_user']) || text(element['value']);
}

/** Names of the boxes of a group that are ticked now, by spaces. */
function ticked(element: Json): string {
  const options = element['selected_options'];
  if (!Array.isArray(options)) return plainValue(element);
  return options.map((one: unknown) => (isJson(one) ? text(one['value']) : '')).join(' ');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
