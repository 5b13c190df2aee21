import { actions as hidden } from './keeping/hidden.ts';
import { actions as lock } from './keeping/lock.ts';
import { actions as newest } from './keeping/newest.ts';
import { actions as objects } from './keeping/objects.ts';

/** What keeping checkpoints in S3, and looking at them and at backups, calls. */
export const keepingActions = [...hidden, ...lock, ...newest, ...objects].sort();
