import { openJudge } from '../judges/open-judge.ts';
import { describeOpsCloud } from '../ops-cloud.contract.ts';
import { guardMember } from './guard-member.ts';
import { account, openHouse, place, region, roleArn } from './house.ts';

const unseen = 'whoever may change only what bears a tag learns nothing of what is not there';

describeOpsCloud({
  name: 'practice AWS by a role that has the generated policy alone, under the guard',
  lacks: {
    roles: 'one account is enough here',
    'launch checks template': 'another template than the named ones is refused before',
    'unknown instances': unseen,
    'tagging checks instance': unseen,
  },
  patienceMs: 10_000,
  open: async () => {
    const house = await openHouse();
    await guardMember(house.url, account);
    return openJudge({
      scope: { environment: 'staging', account, region, roleArn: roleArn('sekisho-member') },
      endpoint: house.url,
      schedulerRoleArn: roleArn(place.schedulerRole),
      template: () => Promise.resolve({ name: 'sekisho-ops-server', instanceType: 't3.micro' }),
      stop: () => house.close(),
    });
  },
});
