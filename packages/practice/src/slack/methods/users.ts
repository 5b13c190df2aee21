import { flag, page, required } from '../arguments.ts';
import { fail } from '../failure.ts';
import type { Json, Person } from '../state.ts';
import type { World } from '../world.ts';

/** A person as `users.*` shows them; their locale only to those who ask for it. */
export function showPerson(person: Person, teamId: string, withLocale: boolean): Json {
  return {
    id: person.id,
    team_id: teamId,
    name: person.name,
    deleted: person.deleted,
    real_name: person.realName,
    tz: person.timeZone,
    ...(withLocale ? { locale: person.locale } : {}),
    is_admin: false,
    is_owner: false,
    is_restricted: person.restricted,
    is_ultra_restricted: false,
    is_bot: person.bot,
    is_app_user: false,
    profile: {
      real_name: person.realName,
      display_name: person.name,
      email: person.email,
      team: teamId,
    },
  };
}

/** `users.info`. Errors: `user_not_found`. */
export function userInfo(world: World, args: Json): Json {
  const person = world.state.people[required(args, 'user', 'user_not_found')];
  if (person === undefined) fail('user_not_found');
  return { user: showPerson(person, world.state.team.id, flag(args, 'include_locale')) };
}

/** `users.list` */
export function userList(world: World, args: Json): Json {
  const [people, more] = page(args, Object.values(world.state.people));
  return {
    members: people.map((p) => showPerson(p, world.state.team.id, flag(args, 'include_locale'))),
    ...more,
  };
}

/** `users.lookupByEmail`. Errors: `users_not_found`, which also hides deactivated people. */
export function lookupByEmail(world: World, args: Json): Json {
  const email = required(args, 'email').toLowerCase();
  const person = Object.values(world.state.people).find(
    (p) => p.email.toLowerCase() === email && !p.deleted,
  );
  if (person === undefined) fail('users_not_found');
  return { user: showPerson(person, world.state.team.id, false) };
}
