/** What the surroundings say about judges; the only place in these tests that reads them. */
export const settings = {
  requireMoto: process.env['SEKISHO_REQUIRE_MOTO'] === '1',
  cacheHome: process.env['XDG_CACHE_HOME'],
  live: {
    account: process.env['SEKISHO_LIVE_ACCOUNT'],
    region: process.env['SEKISHO_LIVE_REGION'],
    template: process.env['SEKISHO_LIVE_TEMPLATE'],
    instanceType: process.env['SEKISHO_LIVE_INSTANCE_TYPE'],
    schedulerRoleArn: process.env['SEKISHO_LIVE_SCHEDULER_ROLE_ARN'],
    roleArn: process.env['SEKISHO_LIVE_ROLE_ARN'],
    externalId: process.env['SEKISHO_LIVE_EXTERNAL_ID'],
  },
};
