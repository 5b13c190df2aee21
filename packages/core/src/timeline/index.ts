export { anchor, checkpointNow } from './anchor.ts';
export { checkpointHolds, newSigningKey, type Signer, signerFromPem } from './checkpoint.ts';
export { exportEntries } from './export-entries.ts';
export { list } from './list.ts';
export { note } from './note.ts';
export {
  entriesAfter,
  entriesOfActions,
  hashOfEntry,
  headNumber,
  listEntries,
  newestEntryAt,
} from './reading/store.ts';
export { append } from './store.ts';
export { verify, verifyStored } from './verify.ts';
