export { createBackupJudge } from './begin.ts';
export { dump } from './dump.ts';
export { writeWhole } from './file.ts';
export { BackupError } from './format.ts';
export { installationIn } from './installation.ts';
export { keysIn } from './keys.ts';
export { type Loaded, load } from './load/load.ts';
export { refuseBadRecipients, seal, unseal } from './seal.ts';
