/** Where the organization's one Identity Center lives, and who may change it. */
export const practiceIdentityCenter = {
  managementAccount: '444444444444',
  /** May do everything but change assignments in the management account. */
  delegatedAdministrator: '555555555555',
  region: 'ap-northeast-1',
  startUrl: 'https://practice.awsapps.com/start',
  organizationId: 'o-practice00',
  instanceArn: 'arn:aws:sso:::instance/ssoins-7223practice0001',
  identityStoreId: 'd-9567000001',
} as const;
