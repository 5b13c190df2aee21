import { deliverInteraction } from '../delivery.ts';
import { fail } from '../failure.ts';
import { closeModals, putView, showView, stackOf } from '../modals.ts';
import type { Json, View } from '../state.ts';
import { newTrigger } from '../trigger.ts';
import type { World } from '../world.ts';
import { describeAction, findElement } from './action.ts';
import { inputProblems } from './required-inputs.ts';
import { collectValues } from './values.ts';
import { actor } from './who.ts';

function topView(world: World, user: string, viewId: string): View {
  actor(world, user);
  const view = world.state.views[viewId];
  const open = stackOf(world, user).at(-1) === viewId || world.state.homes[user] === viewId;
  return view === undefined || !open ? fail('view_not_found') : view;
}

/**
 * A person submits the modal on top of their stack.
 * Errors: `view_not_found`, `invalid_input` with what is wrong by block: the app hears nothing.
 */
export function submitView(
  world: World,
  call: { user: string; viewId: string; values: Json },
): Json {
  const view = topView(world, call.user, call.viewId);
  if (view.body['type'] !== 'modal') fail('view_not_found');
  const values = collectValues(view.body['blocks'], call.values, view.values);
  const filled = { ...view, values };
  const errors = inputProblems(view.body['blocks'], values);
  if (Object.keys(errors).length > 0) fail('invalid_input', { errors });
  putView(world, filled);
  const triggerId = newTrigger(world, call.user);
  deliverInteraction(
    world,
    call.user,
    {
      type: 'view_submission',
      trigger_id: triggerId,
      view: showView(world, filled),
      response_urls: [],
    },
    { kind: 'submission', user: call.user, viewId: view.id },
  );
  return { trigger_id: triggerId };
}

/** A person closes the modal on top, or all of them. The app hears of it where it asked to. */
export function closeView(
  world: World,
  call: { user: string; viewId: string; all: boolean },
): Json {
  const view = topView(world, call.user, call.viewId);
  if (view.body['type'] !== 'modal') fail('view_not_found');
  const all = call.all || view.body['clear_on_close'] === true;
  const closed = closeModals(world, call.user, all ? undefined : 1);
  for (const gone of closed.filter((v) => v.body['notify_on_close'] === true)) {
    deliverInteraction(world, call.user, {
      type: 'view_closed',
      view: showView(world, gone),
      is_cleared: all,
    });
  }
  return { closed: closed.map((gone) => gone.id) };
}

interface ViewAction {
  readonly user: string;
  readonly viewId: string;
  readonly blockId: string;
  readonly actionId: string;
  readonly value?: unknown;
  readonly values: Json;
}

/** A person uses an element of a modal or home tab. Errors: `view_not_found`, `action_not_found`. */
export function actInView(world: World, call: ViewAction): Json {
  const view = topView(world, call.user, call.viewId);
  const element = findElement(view.body['blocks'], call.blockId, call.actionId);
  const own = call.value === undefined ? {} : { [call.blockId]: { [call.actionId]: call.value } };
  const values = collectValues(view.body['blocks'], { ...call.values, ...own }, view.values);
  const filled = { ...view, values };
  putView(world, filled);
  const triggerId = newTrigger(world, call.user);
  deliverInteraction(world, call.user, {
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    trigger_id: triggerId,
    view: showView(world, filled),
    actions: [describeAction(world, call.blockId, element, call.value)],
  });
  return { trigger_id: triggerId };
}
