import { text } from '../arguments.ts';
import { LIMITS } from '../limits.ts';
import type { Json } from '../state.ts';
import type { World } from '../world.ts';
import { newHex } from '../world.ts';

/** `auth.test` */
export function authTest(world: World): Json {
  const { team, app, people } = world.state;
  return {
    url: `https://${team.domain}.slack.example/`,
    team: team.name,
    user: people[app.botUser]?.name ?? 'sekisho',
    team_id: team.id,
    user_id: app.botUser,
    bot_id: app.botId,
    is_enterprise_install: false,
  };
}

/** `apps.connections.open`: a ticket for one socket; the shell makes it into a URL. */
export function openConnection(world: World, args: Json): Json {
  const ticket = newHex(world.rng, 32);
  const live = Object.entries(world.state.tickets).filter(([, until]) => until > world.now);
  const tickets = { ...Object.fromEntries(live), [ticket]: world.now + LIMITS.ticketMs };
  world.state = { ...world.state, tickets };
  const base = text(args, 'socket_base');
  return { url: `${base}/link/?ticket=${ticket}&app_id=${world.state.app.id}` };
}
