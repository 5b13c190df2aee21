import { openIm } from '../channels.ts';
import { deliverEvent } from '../delivery.ts';
import { showView } from '../modals.ts';
import type { Json } from '../state.ts';
import type { World } from '../world.ts';
import { nextTs } from '../world.ts';
import { actor } from './who.ts';

/** A person opens the app's home tab: the app hears `app_home_opened`. */
export function openHome(world: World, { user }: { user: string }): Json {
  actor(world, user);
  const channel = openIm(world, user);
  const view = world.state.views[world.state.homes[user] ?? ''];
  deliverEvent(world, {
    type: 'app_home_opened',
    user,
    channel: channel.id,
    tab: 'home',
    event_ts: nextTs(world),
    ...(view === undefined ? {} : { view: showView(world, view) }),
  });
  return { channel: channel.id };
}
