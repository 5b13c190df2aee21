import { SlackFailure } from '../failure.ts';
import type { Faults, Json } from '../state.ts';
import type { World } from '../world.ts';
import { savepoint } from '../world.ts';
import { click } from './click.ts';
import { typeCommand } from './command.ts';
import { openHome } from './home.ts';
import { typeMessage } from './message.ts';
import { actInView, closeView, submitView } from './view.ts';

/** Something a person does in the workspace, or a fault that a tester sets. */
export type PersonCall =
  | { act: 'command'; user: string; channel: string; text: string }
  | { act: 'message'; user: string; channel: string; text: string; threadTs?: string | undefined }
  | {
      act: 'click';
      user: string;
      channel: string;
      ts: string;
      blockId: string;
      actionId: string;
      value?: unknown;
    }
  | { act: 'submit'; user: string; viewId: string; values: Json }
  | { act: 'close'; user: string; viewId: string; all: boolean }
  | {
      act: 'view-action';
      user: string;
      viewId: string;
      blockId: string;
      actionId: string;
      value?: unknown;
      values: Json;
    }
  | { act: 'open-home'; user: string }
  | { act: 'faults'; faults: Partial<Faults> };

/** What a person's doing came to, before the app has answered. */
export type PersonReply = { ok: true; result: Json } | { ok: false; error: string; extra: Json };

/** Carries out what a person does. A refusal leaves nothing behind. */
export function doAsPerson(world: World, call: PersonCall, origin: string): PersonReply {
  const takeBack = savepoint(world);
  try {
    return { ok: true, result: run(world, call, origin) };
  } catch (cause) {
    if (!(cause instanceof SlackFailure)) throw cause;
    takeBack();
    return { ok: false, error: cause.error, extra: cause.extra };
  }
}

function run(world: World, call: PersonCall, origin: string): Json {
  switch (call.act) {
    case 'command':
      return typeCommand(world, call, origin);
    case 'message':
      return typeMessage(world, call);
    case 'click':
      return click(world, call, origin);
    case 'submit':
      return submitView(world, call);
    case 'close':
      return closeView(world, call);
    case 'view-action':
      return actInView(world, call);
    case 'open-home':
      return openHome(world, call);
    case 'faults':
      world.state = { ...world.state, faults: { ...world.state.faults, ...call.faults } };
      return { faults: world.state.faults };
  }
}
