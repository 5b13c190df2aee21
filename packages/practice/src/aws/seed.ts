import { roleKey } from './iam/role-state.ts';
import { seedStorage } from './recordings/seed-storage.ts';
import { imageNames, seedImages } from './seed-images.ts';
import { seedRoles, seedServiceRoles } from './seed-roles.ts';
import { practiceIdentityCenter } from './sso/place.ts';
import { seedDirectory } from './sso/seed-directory.ts';
import type { Place, Template, TemplateVersion } from './world/records.ts';
import { placeKey, type World } from './world/world.ts';

/** The accounts of practice, by environment. */
export const practiceAccounts = {
  production: '111111111111',
  staging: '222222222222',
  sandbox: '333333333333',
} as const;

export const practiceRegion = 'ap-northeast-1';
const templateName = 'sekisho-ops-server';
const day = 86_400_000;

/**
 * Fills an empty world: in every account a launch template with versions, its images and subnets.
 * Version 3 (latest) comes without a route to Systems Manager, and is not the default.
 *
 * @param now epoch milliseconds; ages are counted back from it
 */
export function seed(world: World, now: number): void {
  seedAllRoles(world, now);
  seedOrganization(world, now);
  seedAllStorage(world, now);
  for (const account of Object.values(practiceAccounts)) {
    seedPlace(world, { account, region: practiceRegion }, now);
  }
}

/** The roles of every account of practice. */
export function seedAllRoles(world: World, now: number): void {
  for (const account of allAccounts()) seedRoles(world, account, now);
}

/** Those of them that a world lacks which is older than they are. */
export function seedLackingRoles(world: World, now: number): void {
  for (const account of allAccounts()) {
    if (!world.roles.has(roleKey(account, 'sekisho-scheduler')))
      seedServiceRoles(world, account, now);
  }
}

function allAccounts(): readonly string[] {
  const { managementAccount, delegatedAdministrator } = practiceIdentityCenter;
  return [...Object.values(practiceAccounts), managementAccount, delegatedAdministrator];
}

/** The organization, its directory, and who may use what. */
export function seedOrganization(world: World, now: number): void {
  seedDirectory(world, practiceAccounts, now);
}

/** What S3 and CloudWatch Logs have from the start. */
export function seedAllStorage(world: World, now: number): void {
  seedStorage(world, Object.values(practiceAccounts), practiceRegion, now);
}

/** The same for one account and region; its ids are made from the account's number. */
export function seedPlace(world: World, place: Place, now: number): void {
  const digits = place.account.slice(0, 12);
  const { old, fresh } = seedImages(world, place, now);
  const version = versionMaker(place, now);
  const template: Template = {
    ...place,
    id: `lt-0${digits}0001`,
    name: templateName,
    createdAt: now - 120 * day,
    defaultVersion: 2,
    versions: [
      version(1, 'first', old.id, true),
      version(2, 'image that was promoted', `resolve:ssm:${imageNames.current}`, true),
      version(3, 'isolated subnet: no route to SSM', fresh.id, false),
    ],
  };
  world.templates.put(`${placeKey(place)}/${template.id}`, template);
}

function versionMaker(place: Place, now: number) {
  return (
    number: number,
    description: string,
    imageId: string,
    routeToSsm: boolean,
  ): TemplateVersion => ({
    number,
    description,
    createdAt: now - (4 - number) * 10 * day,
    imageId,
    instanceType: 't3.small',
    subnetId: `subnet-0${place.account.slice(0, 12)}000${routeToSsm ? 1 : 2}`,
    profileArn: `arn:aws:iam::${place.account}:instance-profile/sekisho-ops-server`,
    routeToSsm,
  });
}
