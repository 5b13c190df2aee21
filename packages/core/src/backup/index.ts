export { createBackupJudge, noteBackupSent } from './begin.ts';
export { dump } from './dump.ts';
export { spool, type Written, writeWhole } from './file.ts';
export { BackupError } from './format.ts';
export { installationIn } from './installation.ts';
export { keysIn } from './keys.ts';
export { type Loaded, load } from './load/load.ts';
export { makeEmbedded } from './make-embedded.ts';
export { refuseBadRecipients, seal, unseal } from './seal.ts';
