import type { Delivery, Subject } from './delivery-shape.ts';
import type { Json } from './state.ts';
import type { World } from './world.ts';
import { newHex, newId, seconds } from './world.ts';

type Wanted = Pick<Delivery, 'type' | 'payload' | 'subject' | 'acceptsResponsePayload'>;

/** Orders a delivery, using up one of the faults that are set. */
export function deliver(world: World, wanted: Wanted): string {
  const { faults } = world.state;
  const twice = faults.duplicates > 0;
  const dropped = faults.dropAcks > 0;
  const id = newHex(world.rng, 32);
  world.state = {
    ...world.state,
    faults: {
      ...faults,
      duplicates: faults.duplicates - (twice ? 1 : 0),
      dropAcks: faults.dropAcks - (dropped ? 1 : 0),
    },
  };
  world.deliveries.push({
    ...wanted,
    id,
    copies: twice ? 2 : 1,
    delayMs: faults.delayMs,
    dropAcks: dropped ? 1 : 0,
  });
  return id;
}

/** Orders an Events API delivery, in the wrapper that every event has. */
export function deliverEvent(world: World, event: Json): string {
  const { team, app } = world.state;
  return deliver(world, {
    type: 'events_api',
    acceptsResponsePayload: false,
    subject: { kind: 'other' },
    payload: {
      token: 'practice-verification-token',
      team_id: team.id,
      api_app_id: app.id,
      event,
      type: 'event_callback',
      event_id: newId(world.rng, 'Ev', 10),
      event_time: seconds(world.now),
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.id,
          user_id: app.botUser,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
    },
  });
}

/** Orders an `interactive` delivery with the fields that all such payloads share. */
export function deliverInteraction(
  world: World,
  user: string,
  rest: Json,
  subject: Subject = { kind: 'other' },
): string {
  const { team, app } = world.state;
  const name = world.state.people[user]?.name ?? user;
  return deliver(world, {
    type: 'interactive',
    acceptsResponsePayload: subject.kind === 'submission',
    subject,
    payload: {
      team: { id: team.id, domain: team.domain },
      user: { id: user, username: name, name, team_id: team.id },
      api_app_id: app.id,
      token: 'practice-verification-token',
      enterprise: null,
      is_enterprise_install: false,
      ...rest,
    },
  });
}
