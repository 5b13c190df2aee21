import { type InProcessCloud, practiceAccounts, practiceRegion } from '@sekisho/practice/aws';

/** Publishes an image that is younger than all before, in each account of practice. Answers its id in staging. */
export function promoteImage(cloud: Pick<InProcessCloud, 'world' | 'send'>): string {
  const { world, send } = cloud;
  const number = world.images.size + 1;
  // The pipeline has its own troubles, and those are not ours.
  const faults = world.faults;
  world.faults = [];
  const idIn = (account: string) => `ami-0${account}${String(number).padStart(4, '0')}`;
  for (const account of Object.values(practiceAccounts)) {
    const place = { account, region: practiceRegion };
    const id = idIn(account);
    world.images.put(id, { ...place, id, name: id, createdAt: world.clock, tags: {} });
    const Name = '/sekisho/images/ops-server/current';
    send(place, 'PutParameter', { Name, Value: id, Overwrite: true });
  }
  world.faults = faults;
  return idIn(practiceAccounts.staging);
}
