export { createToken } from './create-token.ts';
export { list } from './list.ts';
export { listTokens } from './list-tokens.ts';
export { me } from './me.ts';
export { revokeToken } from './revoke-token.ts';
export {
  approversMeant,
  findPerson,
  isMeant,
  needPerson,
  needPersonOf,
  ownerOf,
  personOf,
  roleOf,
} from './roster.ts';
export { useToken } from './store.ts';
