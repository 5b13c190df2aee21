import type { Config } from '@sekisho/config';

/**
 * Who of the roster a principal of AWS is: whoever has the user's or the role session's name as id or
 * as e-mail address, as Identity Center names its sessions. Null for everybody else.
 * @param holder who holds the lease of the server
 */
export function personOfOwner({ people }: Config, arn: string, holder: string): string | null {
  const name = /^arn:aws[\w-]*:(?:iam|sts)::\d{12}:(?:user|assumed-role)\/(?:.*\/)?([^/]+)$/.exec(
    arn,
  )?.[1];
  if (name === undefined) return null;
  const wanted = name.toLowerCase();
  const byId = people.find(({ id }) => id === name);
  if (byId !== undefined) return byId.id;
  const byMail = people.filter(({ email }) => email?.toLowerCase() === wanted);
  if (byMail.length === 1) return byMail[0]?.id ?? null;
  // A user name of Identity Center, which nobody chooses for themselves: it is the holder's, to whom
  // alone AWS opens sessions on the server, where it is how their address begins.
  const address = people.find(({ id }) => id === holder)?.email?.toLowerCase() ?? '';
  return arn.includes(':assumed-role/AWSReservedSSO_') && address.startsWith(`${wanted}@`)
    ? holder
    : null;
}
