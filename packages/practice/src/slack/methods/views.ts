import { required, structured, text } from '../arguments.ts';
import { checkView } from '../blocks/view.ts';
import { fail } from '../failure.ts';
import { makeView, openModal, pushModal, putView, replaceBody, showView } from '../modals.ts';
import type { Json, View } from '../state.ts';
import { spendTrigger } from '../trigger.ts';
import type { World } from '../world.ts';

function bodyOf(args: Json, type: 'modal' | 'home'): Json {
  return checkView(structured(args, 'view', 'invalid_arguments'), type);
}

/** `views.open`. Errors: of the trigger and of the view; the trigger is spent only by a good view. */
export function openView(world: World, args: Json): Json {
  const body = bodyOf(args, 'modal');
  const { user } = spendTrigger(world, required(args, 'trigger_id'));
  return { view: showView(world, openModal(world, user, body)) };
}

/** `views.push`. Errors: those of `views.open`, and `push_limit_reached`, `not_found`. */
export function pushView(world: World, args: Json): Json {
  const body = bodyOf(args, 'modal');
  const { user } = spendTrigger(world, required(args, 'trigger_id'));
  return { view: showView(world, pushModal(world, user, body)) };
}

/** `views.update`. Errors: `not_found`, `hash_conflict`, those of the view. */
export function updateView(world: World, args: Json): Json {
  const view = viewOf(world, args);
  const body = bodyOf(args, 'modal');
  checkHash(view, args);
  return { view: showView(world, replaceBody(world, view, body)) };
}

function viewOf(world: World, args: Json): View {
  const externalId = text(args, 'external_id');
  const id = externalId === '' ? required(args, 'view_id') : text(args, 'view_id');
  const found = Object.values(world.state.views).find(
    (v) => v.id === id || (externalId !== '' && v.body['external_id'] === externalId),
  );
  return found === undefined || found.body['type'] !== 'modal' ? fail('not_found') : found;
}

function checkHash(view: View, args: Json): void {
  const hash = text(args, 'hash');
  if (hash !== '' && hash !== view.hash) fail('hash_conflict');
}

/** `views.publish`: the home tab of one person. Errors: `user_not_found`, `hash_conflict`. */
export function publishView(world: World, args: Json): Json {
  const user = required(args, 'user_id');
  const person = world.state.people[user];
  if (person === undefined || person.deleted) fail('user_not_found');
  const body = bodyOf(args, 'home');
  const old = world.state.views[world.state.homes[user] ?? ''];
  if (old !== undefined) {
    checkHash(old, args);
    return { view: showView(world, replaceBody(world, old, body)) };
  }
  const view = makeView(world, user, body);
  putView(world, view);
  world.state = { ...world.state, homes: { ...world.state.homes, [user]: view.id } };
  world.changes.push({ type: 'home_changed', user, viewId: view.id });
  return { view: showView(world, view) };
}
