import fc from 'fast-check';
import { type Account, type AccountMap, clashesIn } from '../src/index.ts';
import { sampleAccount } from './sample-map.ts';

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,11}$/);
const power = fc.stringMatching(/^[\w+=,.@-]{1,16}$/);
const roleName = fc.stringMatching(/^([\w+.@-]{1,6}\/)?[\w+.@-]{1,16}$/);
const region = fc.constantFrom(null, 'us-east-1', 'cn-north-1', 'us-gov-west-1');

const seed = fc.record({
  name: word,
  region,
  aliases: fc.uniqueArray(word, { maxLength: 1 }),
  color: fc.constantFrom(null, '00ff7f'),
  sets: fc.uniqueArray(power, { maxLength: 2 }),
  roles: fc.array(
    fc.record({
      name: roleName,
      base: fc.nat(),
      isUser: fc.boolean(),
      tags: fc.dictionary(word, word, { maxKeys: 2 }),
    }),
    { maxLength: 2 },
  ),
});

/** Any map that the configuration's check lets through. */
export const anyMap: fc.Arbitrary<AccountMap> = fc
  .uniqueArray(seed, { minLength: 1, maxLength: 4, selector: ({ name }) => name })
  .map(
    (seeds): AccountMap => ({
      identityCenter: {
        session: 'corp',
        startUrl: 'https://example.awsapps.com/start',
        region: 'ap-northeast-1',
      },
      accounts: seeds.map((one, index): Account => {
        const { sets, roles, ...plain } = one;
        return sampleAccount({
          ...plain,
          id: String(index + 1).padStart(12, '0'),
          permissionSets: sets.map((name, at) => ({ name, groups: [], standing: at > 0 })),
          roles: roles.map(({ name, base, isUser, tags }) => {
            const from = seeds[base % seeds.length] ?? one;
            const permissionSet = isUser ? null : (from.sets[0] ?? null);
            return {
              ...{ name, tags, externalId: null, transitiveTags: Object.keys(tags) },
              from: { account: from.name, permissionSet },
            };
          }),
        });
      }),
    }),
  )
  .filter((map) => clashesIn(map).length === 0);
