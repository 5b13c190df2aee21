import { headers } from '../shared/headers.ts';

/** A JSON object of Slack's that we only partly know. */
export type Json = Readonly<Record<string, unknown>>;

export interface SlackUser {
  readonly id: string;
  readonly name: string;
  readonly real_name: string;
  readonly is_bot: boolean;
  readonly profile: { readonly email?: string };
}

export interface SlackChannel {
  readonly id: string;
  readonly name?: string;
  readonly is_im: boolean;
  readonly user?: string;
}

/** What stands under a message with a band at its edge. */
export interface SlackAttachment {
  readonly color?: string;
  readonly text?: string;
  readonly blocks?: readonly Json[];
}

/** A picture that a message shares. */
export interface SlackFile {
  readonly id: string;
  readonly title: string;
  readonly alt_txt: string;
}

export interface SlackMessage {
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly SlackAttachment[];
  readonly files?: readonly SlackFile[];
  readonly thread_ts?: string;
  readonly is_ephemeral?: boolean;
  readonly edited?: unknown;
}

export interface SlackView {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly title?: { readonly text: string };
  readonly submit?: { readonly text: string } | null;
  readonly close?: { readonly text: string } | null;
  readonly blocks: readonly Json[];
  readonly hash: string;
}

/** What the app answered to a click, a command or a submission. */
export interface Delivery {
  readonly errors?: Readonly<Record<string, string>>;
  readonly error?: string;
}

/** A refusal of practice Slack, with what is wrong by block where it says so. */
export class SlackError extends Error {
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: string, fields: Readonly<Record<string, string>>) {
    super(code);
    this.name = 'SlackError';
    this.code = code;
    this.fields = fields;
  }
}

const base = '/practice/slack';

/** Reads from practice Slack. Errors: `SlackError`; `TypeError` when no server answers. */
export async function read<Answer>(path: string, query: Readonly<Record<string, string>>) {
  const search = new URLSearchParams(query).toString();
  return answerOf<Answer>(await fetch(`${base}/${path}?${search}`, { headers: headers() }));
}

/** Does something in practice Slack as a person. Errors as `read`. */
export async function act<Answer extends object = object>(path: string, body: Json) {
  const response = await fetch(`${base}/${path}`, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answerOf<Answer & { readonly delivery?: Delivery }>(response);
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const body = (await response.json().catch(() => ({}))) as {
    ok?: boolean;
    error?: string;
    errors?: Record<string, string>;
  };
  if (response.ok && body.ok === true) return body as Answer;
  throw new SlackError(body.error ?? `http_${response.status}`, body.errors ?? {});
}

/** Address of a picture, as one person sees it. */
export function fileAddress(user: string, id: string): string {
  return `${base}/file?${new URLSearchParams({ user, id }).toString()}`;
}

/** Address of the stream of what one person could notice. */
export function streamAddress(user: string): string {
  return `${base}/stream?user=${encodeURIComponent(user)}`;
}
