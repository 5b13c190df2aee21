import type { InputOf, OutputOf, VerbName } from '@sekisho/contract';
import type { Context, House, TurnAway } from '@sekisho/core';
import type { webApi } from '@slack/bolt';
import type { DoorLogger } from '../door-logger.ts';
import type { Rush } from './come-in/rush.ts';
import type { Turns } from './turns.ts';

/** Calls a verb of the core. */
export type Call = (name: VerbName, context: Context, input: unknown) => Promise<unknown>;

export interface SlackSettings {
  readonly mode: 'socket' | 'http';
  readonly botToken: string;
  /** Needed in Socket Mode. */
  readonly appToken?: string;
  /** Needed over HTTP. */
  readonly signingSecret?: string;
  /** Another Web API, such as practice Slack's. */
  readonly slackApiUrl?: string;
}

/** What every part of the door is given. */
export interface Parts {
  readonly call: Call;
  readonly house: House;
  readonly turnAway: TurnAway;
  readonly client: webApi.WebClient;
  readonly logger: DoorLogger;
  /** Address of the console without a trailing slash. */
  readonly baseUrl: string;
  /** Where `response_url`s may point. */
  readonly slackOrigin: string;
  /** One thing at a time about one subject, in this process. */
  readonly turns: Turns;
  /** What comes in goes before what is worked on. */
  readonly rush: Rush;
  /** Newest change of each open form, so that an older quote never covers a newer one. */
  readonly newest: Map<string, string>;
  /** People who opened App Home lately, and when. */
  readonly homes: Map<string, number>;
}

/** Calls a verb with its own types. Errors: those of the verb. */
export async function ask<Name extends VerbName>(
  { call }: Pick<Parts, 'call'>,
  name: Name,
  context: Context,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  return (await call(name, context, input)) as OutputOf<Name>;
}
