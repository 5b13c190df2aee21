import type { SignIn } from '@sekisho/aws/sign-in';
import type { Asked } from '../commands/options.ts';
import type { Host } from '../host.ts';
import type { AskedProfile } from './asked-profile.ts';
import type { Memory } from './remembered.ts';
import type { Screen } from './screen.ts';

/** Getting credentials for one profile: with whom to speak, and by what means. */
export interface Errand {
  /** Its standard error is what the person sees. */
  readonly host: Host;
  readonly screen: Screen;
  readonly options: Asked['options'];
  readonly profile: AskedProfile;
  readonly memory: Memory;
  readonly signIn: SignIn;
}
