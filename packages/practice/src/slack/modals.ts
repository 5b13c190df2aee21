import { isObject } from './arguments.ts';
import { completeBlocks } from './blocks/complete.ts';
import { fail } from './failure.ts';
import { LIMITS } from './limits.ts';
import type { Json, View } from './state.ts';
import type { World } from './world.ts';
import { newHex, newId, seconds } from './world.ts';

/** Makes a view of a checked body; `under` is the modal it is pushed onto. */
export function makeView(world: World, user: string, body: Json, under?: View): View {
  const id = newId(world.rng, 'V');
  return {
    id,
    user,
    body: { ...body, blocks: completeBlocks(world.rng, body['blocks']) },
    hash: newHash(world),
    rootId: under?.rootId ?? id,
    previousId: under?.id ?? null,
    values: {},
  };
}

function newHash(world: World): string {
  return `${seconds(world.now)}.${newHex(world.rng, 8)}`;
}

/** Keeps a view, new or changed. */
export function putView(world: World, view: View): void {
  world.state = { ...world.state, views: { ...world.state.views, [view.id]: view } };
}

/** The modals a person has open, the one on top last. */
export function stackOf(world: World, user: string): readonly string[] {
  return world.state.modals[user] ?? [];
}

/** Opens a modal, in place of whatever stack was open. */
export function openModal(world: World, user: string, body: Json): View {
  closeModals(world, user);
  return place(world, user, makeView(world, user, body));
}

/** Pushes a modal onto the stack. Errors: `push_limit_reached`, `not_found`. */
export function pushModal(world: World, user: string, body: Json): View {
  const stack = stackOf(world, user);
  const top = world.state.views[stack.at(-1) ?? ''] ?? fail('not_found');
  if (stack.length >= LIMITS.modalDepth) fail('push_limit_reached');
  return place(world, user, makeView(world, user, body, top));
}

function place(world: World, user: string, view: View): View {
  checkExternalId(world, view);
  putView(world, view);
  setStack(world, user, [...stackOf(world, user), view.id]);
  world.changes.push({ type: 'view_opened', user, viewId: view.id });
  return view;
}

function checkExternalId(world: World, view: View): void {
  const id = view.body['external_id'];
  if (typeof id !== 'string' || id === '') return;
  const taken = Object.values(world.state.views).some(
    (v) => v.id !== view.id && v.body['external_id'] === id,
  );
  if (taken) fail('duplicate_external_id');
}

/** Puts a new body into a view. What was typed into elements that are still there stays. */
export function replaceBody(world: World, view: View, body: Json): View {
  const blocks = completeBlocks(world.rng, body['blocks']);
  const kept = Object.entries(view.values).filter(([id]) =>
    blocks.some((b) => b['block_id'] === id),
  );
  const next = {
    ...view,
    body: { ...body, blocks },
    hash: newHash(world),
    values: Object.fromEntries(kept),
  };
  checkExternalId(world, next);
  putView(world, next);
  const type = isObject(body) && body['type'] === 'home' ? 'home_changed' : 'view_changed';
  world.changes.push({ type, user: view.user, viewId: view.id });
  return next;
}

/** Closes the top modal, or all of them, and names those that were closed. */
export function closeModals(
  world: World,
  user: string,
  most = LIMITS.modalDepth as number,
): View[] {
  const stack = stackOf(world, user);
  const gone = stack.slice(Math.max(0, stack.length - most));
  const closed = gone.flatMap((id) => world.state.views[id] ?? []);
  const left = Object.entries(world.state.views).filter(([id]) => !gone.includes(id));
  world.state = { ...world.state, views: Object.fromEntries(left) };
  setStack(world, user, stack.slice(0, stack.length - gone.length));
  for (const id of gone) world.changes.push({ type: 'view_closed', user, viewId: id });
  return closed;
}

function setStack(world: World, user: string, stack: readonly string[]): void {
  world.state = { ...world.state, modals: { ...world.state.modals, [user]: stack } };
}

/** A view as the Web API and payloads show it. */
export function showView(world: Pick<World, 'state'>, view: View, values = view.values): Json {
  const { team, app } = world.state;
  const { body } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: body['type'],
    ...(body['type'] === 'home'
      ? {}
      : { title: body['title'], submit: body['submit'] ?? null, close: body['close'] ?? null }),
    blocks: body['blocks'],
    private_metadata: body['private_metadata'] ?? '',
    callback_id: body['callback_id'] ?? '',
    external_id: body['external_id'] ?? '',
    state: { values },
    hash: view.hash,
    clear_on_close: body['clear_on_close'] === true,
    notify_on_close: body['notify_on_close'] === true,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    app_id: app.id,
    app_installed_team_id: team.id,
    bot_id: app.botId,
  };
}
