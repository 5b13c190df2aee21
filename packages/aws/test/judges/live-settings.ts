import type { CloudScope } from '@sekisho/core/cloud';
import type { SeededTemplate } from './seed-template.ts';
import { settings } from './settings.ts';

export interface LiveSettings {
  readonly scope: CloudScope;
  readonly template: SeededTemplate;
  readonly schedulerRoleArn: string;
}

/** What a run on a real account needs, or the names of what is missing. */
export function liveSettings(): LiveSettings | { readonly missing: readonly string[] } {
  const { account, region, template, schedulerRoleArn, roleArn, externalId } = settings.live;
  if (!account || !region || !template || !schedulerRoleArn) {
    const needed = {
      SEKISHO_LIVE_ACCOUNT: account,
      SEKISHO_LIVE_REGION: region,
      SEKISHO_LIVE_TEMPLATE: template,
      SEKISHO_LIVE_SCHEDULER_ROLE_ARN: schedulerRoleArn,
    };
    return { missing: Object.keys(needed).filter((name) => !needed[name as keyof typeof needed]) };
  }
  const scope = {
    environment: 'live',
    account,
    region,
    ...(roleArn ? { roleArn } : {}),
    ...(externalId ? { externalId } : {}),
  };
  const instanceType = settings.live.instanceType ?? 't3.micro';
  return { scope, template: { name: template, instanceType }, schedulerRoleArn };
}
