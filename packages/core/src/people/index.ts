export { createToken } from './create-token.ts';
export {
  type AskedDevice,
  answerDevice,
  askForDevice,
  type DeviceAnswer,
  deviceSeconds,
  findDevice,
  takeDeviceSession,
} from './devices/devices.ts';
export { isStale as isDirectoryStale } from './directory/apply.ts';
export { noteDirectory } from './directory/note.ts';
export { showDirectory } from './directory/show.ts';
export type { Snapshot } from './directory/snapshot.ts';
export {
  createSnapshotReader,
  type DirectoryState,
  noteTry,
  readState,
} from './directory/store.ts';
export { createRosterInForce } from './in-force/index.ts';
export {
  askForLink,
  confirmLink,
  findAskedLink,
  linkedPerson,
  type SlackUser,
} from './links/links.ts';
export { listLinks } from './links/list-links.ts';
export { personOfSlack, slackOf, slackUsersOf } from './links/slack-of.ts';
export { unlink } from './links/unlink.ts';
export { list } from './list.ts';
export { listTokens } from './list-tokens.ts';
export { beginLogin, finishLogin, loginSeconds } from './logins/logins.ts';
export { type Claims, whoIs } from './logins/who-is.ts';
export { me } from './me.ts';
export { listPasskeys } from './passkeys/list-passkeys.ts';
export {
  addPasskey,
  judgeRegistering,
  passkeysOfPerson,
  recallChallenge,
  rememberChallenge,
  stepUp,
} from './passkeys/passkeys.ts';
export { removePasskey } from './passkeys/remove-passkey.ts';
export { revokeToken } from './revoke-token.ts';
export {
  approversMeant,
  findPerson,
  isMeant,
  isTrustedBy,
  needPerson,
  needPersonOf,
  ownerOf,
  personOf,
  roleOf,
} from './roster.ts';
export { dropStrangers } from './sessions/drop-strangers.ts';
export { listSessions } from './sessions/list-sessions.ts';
export { revokeSession } from './sessions/revoke-session.ts';
export {
  endSession,
  type OpenedSession,
  openSession,
  principalOf,
  useSession,
} from './sessions/sessions.ts';
export type { SessionKind, SessionRow } from './sessions/store.ts';
export { hasSteppedUp } from './step-up.ts';
export { useToken } from './store.ts';
