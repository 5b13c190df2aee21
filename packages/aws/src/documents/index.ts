import { forwardPortDocument } from './forward-port.ts';
import { forwardHosts } from './hosts.ts';
import { sessionPreferences } from './session-preferences.ts';

export { forwardPortDocument } from './forward-port.ts';
export { forwardHosts, hostsPattern } from './hosts.ts';
export { type PreferencesPlace, sessionPreferences } from './session-preferences.ts';

/** The documents of an account by the name of their file, with Terraform's placeholders (`templatefile`) where accounts differ. */
export function documentTemplates(): Readonly<Record<string, object>> {
  return {
    'session-manager-preferences': sessionPreferences({
      account: '${account}',
      bucket: '${bucket}',
      logGroup: '${log_group}',
      kmsKeyId: '${kms_key_id}',
      idleMinutes: '${idle_minutes}',
      maximumMinutes: '${maximum_minutes}',
    }),
    'forward-port': forwardPortDocument('${hosts}'),
    // No document: what `hosts` of forward-port may be made of.
    'forward-hosts': forwardHosts,
  };
}
