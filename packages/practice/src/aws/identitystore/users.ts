import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { type Moment, operation } from '../operation.ts';
import { admit, judgeStore, notFound } from '../sso/admit.ts';
import { guid, page, pageRule } from '../sso/input.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import type { DirectoryUserRow } from '../world/identity-records.ts';
import { Refusal } from '../world/refusal.ts';
import { filters, storeId } from './input.ts';

/** `ListUsers`, by `UserName` or all; pages of 1 to 100. */
export const listUsers = operation({
  service: 'identitystore',
  input: z.strictObject({ IdentityStoreId: storeId, Filters: filters, ...page }),
  run: (moment, asked) => {
    admit(moment, 'identitystore', 'ListUsers');
    judgeStore(moment, asked.IdentityStoreId);
    const [filter] = asked.Filters ?? [];
    if (filter !== undefined && filter.AttributePath !== 'UserName') throw badPath(filter);
    const found = [...moment.world.directory.users.values()].filter(
      ({ userName }) => filter === undefined || userName === filter.AttributeValue,
    );
    const { items, nextToken } = pageOf(found, ({ id }) => id, asked, pageRule);
    return { Users: items.map(describe), NextToken: nextToken ?? undefined };
  },
});

/** `DescribeUser`. Errors: `ResourceNotFoundException`. */
export const describeUser = operation({
  service: 'identitystore',
  input: z.strictObject({ IdentityStoreId: storeId, UserId: guid }),
  run: (moment, asked) => {
    admit(moment, 'identitystore', 'DescribeUser');
    judgeStore(moment, asked.IdentityStoreId);
    return describe(needUser(moment, asked.UserId));
  },
});

/** `GetUserId` by `userName` or `emails.value`, in just these letters. Errors: `ResourceNotFoundException`. */
export const getUserId = operation({
  service: 'identitystore',
  input: z.strictObject({
    IdentityStoreId: storeId,
    AlternateIdentifier: z.strictObject({
      UniqueAttribute: z.strictObject({ AttributePath: z.string(), AttributeValue: z.string() }),
    }),
  }),
  run: (moment, asked) => {
    admit(moment, 'identitystore', 'GetUserId');
    judgeStore(moment, asked.IdentityStoreId);
    const { AttributePath, AttributeValue } = asked.AlternateIdentifier.UniqueAttribute;
    const read = readers[AttributePath.toLowerCase()];
    if (read === undefined) throw badPath({ AttributePath });
    for (const user of moment.world.directory.users.values()) {
      if (read(user) !== AttributeValue) continue;
      return { UserId: user.id, IdentityStoreId: asked.IdentityStoreId };
    }
    throw notFound('USER not found.');
  },
});

/** Errors: `ResourceNotFoundException`. */
export function needUser({ world }: Moment, id: string): DirectoryUserRow {
  const user = world.directory.users.get(id);
  if (user === undefined) throw notFound(`USER not found: ${id}`);
  return user;
}

const readers: Readonly<Record<string, (user: DirectoryUserRow) => string>> = {
  username: ({ userName }) => userName,
  'emails.value': ({ email }) => email,
};

function badPath({ AttributePath }: { readonly AttributePath: string }): Refusal {
  return new Refusal('ValidationException', `AttributePath ${AttributePath} is not supported.`);
}

function describe(user: DirectoryUserRow) {
  return {
    IdentityStoreId: practiceIdentityCenter.identityStoreId,
    UserId: user.id,
    UserName: user.userName,
    DisplayName: user.displayName,
    Emails: [{ Value: user.email, Type: 'work', Primary: true }],
    UserStatus: user.enabled ? ('ENABLED' as const) : ('DISABLED' as const),
  };
}
