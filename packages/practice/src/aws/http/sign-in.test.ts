import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  ListAccountsCommand,
  SSOClient,
} from '@aws-sdk/client-sso';
import { DeleteAccountAssignmentCommand, SSOAdminClient } from '@aws-sdk/client-sso-admin';
import {
  CreateTokenCommand,
  RegisterClientCommand,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceIdentityCenter } from '../sso/place.ts';
import { practiceDirectory } from '../sso/seed-directory.ts';
import { type Scratch, startScratch } from '../testing/scratch.ts';

let scratch: Scratch;
const base = (accessKeyId = '444444444444') => ({
  endpoint: scratch.aws.url,
  region: practiceIdentityCenter.region,
  credentials: { accessKeyId, secretAccessKey: 'practice' },
  maxAttempts: 1,
});

beforeAll(async () => {
  scratch = await startScratch();
});
afterAll(() => scratch.close());

/** Begins to sign a device in, as `aws sso login` does. */
async function begin() {
  const oidc = new SSOOIDCClient(base());
  const client = await oidc.send(
    new RegisterClientCommand({ clientName: 'test', clientType: 'public' }),
  );
  const { clientId, clientSecret } = client;
  const { startUrl } = practiceIdentityCenter;
  const device = await oidc.send(
    new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }),
  );
  const grantType = 'urn:ietf:params:oauth:grant-type:device_code';
  const { deviceCode } = device;
  const ask = () =>
    oidc.send(new CreateTokenCommand({ clientId, clientSecret, grantType, deviceCode }));
  const refresh = (refreshToken?: string) => {
    const input = { clientId, clientSecret, grantType: 'refresh_token', refreshToken };
    return oidc.send(new CreateTokenCommand(input));
  };
  return { device, ask, refresh };
}

async function signIn(user: string): Promise<string> {
  const { device, ask } = await begin();
  await scratch.control('sign-in', { userCode: device.userCode, user });
  return (await ask()).accessToken ?? '';
}

describe('a device that signs somebody in', () => {
  it('waits until a person has chosen themselves on the page, and is answered once', async () => {
    const { device, ask, refresh } = await begin();
    await expect(ask()).rejects.toMatchObject({
      name: 'AuthorizationPendingException',
      error: 'authorization_pending',
    });
    const address = device.verificationUriComplete ?? '';
    expect(address.startsWith(`${scratch.aws.url}/`)).toBe(true);
    const shown = await (await fetch(address)).text();
    expect(shown).toContain('Taro Suzuki');
    expect(shown).not.toContain('Mika Mori');
    const body = new URLSearchParams({ userCode: device.userCode ?? '', user: 'taro.suzuki' });
    expect((await fetch(address, { method: 'POST', body })).status).toBe(200);
    const token = await ask();
    expect(token).toMatchObject({ tokenType: 'Bearer', expiresIn: 28_800 });
    await expect(ask()).rejects.toMatchObject({ name: 'ExpiredTokenException' });
    expect(await refresh(token.refreshToken)).toHaveProperty('accessToken');
    await expect(refresh(token.refreshToken)).rejects.toMatchObject({
      name: 'InvalidGrantException',
    });
  });

  it('is signed in by nobody who has left, nor by a code that no device shows', async () => {
    const { device } = await begin();
    const { userCode } = device;
    expect((await scratch.control('sign-in', { userCode, user: 'mika.mori' })).status).toBe(404);
    const other = { userCode: '0000-0000', user: 'taro.suzuki' };
    expect((await scratch.control('sign-in', other)).status).toBe(404);
  });
});

describe('the access portal', () => {
  it('shows what a person may use, and gives its credentials only while the assignment is there', async () => {
    const accessToken = await signIn('taro.suzuki');
    const portal = new SSOClient(base());
    const accountId = '111111111111';
    const roleName = 'AdministratorAccess';
    const { accountList } = await portal.send(new ListAccountsCommand({ accessToken }));
    expect(accountList).toMatchObject([{ accountId, accountName: 'production' }]);
    const roles = await portal.send(new ListAccountRolesCommand({ accessToken, accountId }));
    expect(roles.roleList).toEqual([{ roleName, accountId }]);
    const take = () =>
      portal.send(new GetRoleCredentialsCommand({ accessToken, accountId, roleName }));
    const { roleCredentials: given } = await take();
    const credentials = {
      accessKeyId: given?.accessKeyId ?? '',
      secretAccessKey: given?.secretAccessKey ?? '',
      sessionToken: given?.sessionToken ?? '',
    };
    const identity = () =>
      new STSClient({ ...base(), credentials }).send(new GetCallerIdentityCommand({}));
    const Arn = expect.stringMatching(
      /:assumed-role\/AWSReservedSSO_AdministratorAccess_[0-9a-f]{16}\/taro\.suzuki$/,
    );
    expect(await identity()).toMatchObject({ Account: accountId, Arn });
    await new SSOAdminClient(base()).send(
      new DeleteAccountAssignmentCommand({
        InstanceArn: practiceIdentityCenter.instanceArn,
        ...{ TargetId: accountId, TargetType: 'AWS_ACCOUNT', PrincipalType: 'USER' },
        PermissionSetArn: practiceDirectory.permissionSetArn(roleName),
        PrincipalId: practiceDirectory.userId('taro.suzuki'),
      }),
    );
    await expect(take()).rejects.toMatchObject({
      name: 'ForbiddenException',
      $metadata: { httpStatusCode: 403 },
    });
    // What was handed out before lives on, as on AWS.
    expect(await identity()).toMatchObject({ Arn });
  });

  it('opens to no token but one that a sign-in gave', async () => {
    const command = new ListAccountsCommand({ accessToken: 'made-up' });
    await expect(new SSOClient(base()).send(command)).rejects.toMatchObject({
      name: 'UnauthorizedException',
    });
  });
});
