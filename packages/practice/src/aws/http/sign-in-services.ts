import type { Call, Outcome } from '../call.ts';
import type { OperationName } from '../operations.ts';
import type { Practice } from '../practice.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import { Refusal } from '../world/refusal.ts';
import { readJson } from './json-protocols.ts';
import { readInput } from './read-input.ts';
import { header, jsonReply, type Reply, type Request } from './reply.ts';

const routes: Readonly<Record<string, OperationName>> = {
  'POST /client/register': 'RegisterClient',
  'POST /device_authorization': 'StartDeviceAuthorization',
  'POST /token': 'CreateToken',
  'GET /assignment/accounts': 'ListPortalAccounts',
  'GET /assignment/roles': 'ListAccountRoles',
  'GET /federation/credentials': 'GetRoleCredentials',
  'POST /logout': 'Logout',
};

/** The operation of a request to IAM Identity Center's OIDC service or access portal, or null. */
export function signInOperation({ method, url }: Request): OperationName | null {
  return routes[`${method} ${url.pathname}`] ?? null;
}

/** Answers it; null means the answer is lost. Nobody signs such a request: it brings its own token. */
export function answerSignIn(
  practice: Practice,
  request: Request,
  operation: OperationName,
): Reply | null {
  const { managementAccount: account, region } = practiceIdentityCenter;
  try {
    const input = readSignInInput(operation, request);
    // Narrowed by the operation's own schema just now.
    const call = { account, region, caller: 'anonymous', operation, input } as Call<OperationName>;
    const outcome: Outcome<unknown> = practice.call(call);
    if (outcome.kind === 'lost') return null;
    if (outcome.kind === 'refusal') return signInError(outcome.refusal);
    return signInAnswer(request, outcome.output);
  } catch (error) {
    if (error instanceof Refusal) return signInError(error);
    throw error;
  }
}

/** What such a request says. Errors: `SerializationException`, `ValidationException`. */
function readSignInInput(operation: OperationName, request: Request): unknown {
  const query = request.url.searchParams;
  const token = header(request, 'x-amz-sso_bearer_token');
  return readInput(operation, {
    ...(request.method === 'POST' && request.body !== '' ? readJson(request.body) : {}),
    ...(token === undefined ? {} : { accessToken: token }),
    ...(query.has('account_id') ? { accountId: query.get('account_id') } : {}),
    ...(query.has('role_name') ? { roleName: query.get('role_name') } : {}),
  });
}

/** An answer; the paths of the page that signs a device in become addresses. */
function signInAnswer(request: Request, output: unknown): Reply {
  if (output === null || typeof output !== 'object') return jsonReply(200, output);
  const origin = `http://${header(request, 'host') ?? 'localhost'}`;
  const fields = Object.entries(output).map(([name, value]: [string, unknown]) => [
    name,
    name.startsWith('verificationUri') ? `${origin}${String(value)}` : value,
  ]);
  return jsonReply(200, Object.fromEntries(fields));
}

/** An error, in AWS's words and in OAuth's. */
function signInError({ code, message, status }: Refusal): Reply {
  const error = code
    .replace(/Exception$/, '')
    .replace(/(?<=.)([A-Z])/g, '_$1')
    .toLowerCase();
  const reply = jsonReply(status, { error, error_description: message, message });
  return { ...reply, headers: { ...reply.headers, 'x-amzn-errortype': code } };
}
