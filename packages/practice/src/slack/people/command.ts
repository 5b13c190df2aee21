import { deliver } from '../delivery.ts';
import { fail } from '../failure.ts';
import { newHook } from '../hook-id.ts';
import type { Json } from '../state.ts';
import { newTrigger } from '../trigger.ts';
import type { World } from '../world.ts';
import { actor, placeOf } from './who.ts';

/** A person types a slash command. Errors: `unknown_command`, those of the person and channel. */
export function typeCommand(
  world: World,
  { user, channel, text }: { user: string; channel: string; text: string },
  origin: string,
): Json {
  const person = actor(world, user);
  const place = placeOf(world, user, channel);
  const [command = '', ...rest] = text.trim().split(/\s/);
  if (!world.state.app.commands.includes(command)) fail('unknown_command');
  const { team, app } = world.state;
  const triggerId = newTrigger(world, user);
  const hook = newHook(world, { channel: place.id, user });
  deliver(world, {
    type: 'slash_commands',
    acceptsResponsePayload: true,
    subject: { kind: 'command', user, channel: place.id },
    payload: {
      token: 'practice-verification-token',
      team_id: team.id,
      team_domain: team.domain,
      channel_id: place.id,
      channel_name: place.name,
      user_id: user,
      user_name: person.name,
      command,
      text: rest.join(' ').trim(),
      api_app_id: app.id,
      is_enterprise_install: 'false',
      response_url: `${origin}/commands/${team.id}/${hook}`,
      trigger_id: triggerId,
    },
  });
  return { trigger_id: triggerId };
}
