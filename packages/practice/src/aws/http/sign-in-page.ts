import { z } from 'zod';
import type { Practice } from '../practice.ts';
import { approveDevice, signInPath } from '../sign-in/device.ts';
import { Refusal } from '../world/refusal.ts';
import { header, jsonReply, type Reply, type Request } from './reply.ts';
import { escapeXml } from './xml.ts';

const approval = z.strictObject({ userCode: z.string(), user: z.string() });

/**
 * Answers the page on which a browser signs a device in as one of practice's people. A form is taken as well as
 * JSON: pages of other origins cannot send one here, and nothing real can be reached with what it gives.
 */
export function answerSignInPage(practice: Practice, request: Request): Reply {
  const { method, url } = request;
  if (method === 'GET')
    return page(200, chooser(practice, url.searchParams.get('user_code') ?? ''));
  if (method !== 'POST') return jsonReply(404, { message: `No ${method} ${url.pathname}` });
  const json = header(request, 'content-type')?.startsWith('application/json') === true;
  const said: unknown = json
    ? JSON.parse(request.body)
    : Object.fromEntries(new URLSearchParams(request.body));
  const { userCode, user } = approval.parse(said);
  try {
    practice.change(() => approveDevice(practice.world, userCode, user));
  } catch (error) {
    if (!(error instanceof Refusal) || json) throw error;
    return page(error.status, `<p>${escapeXml(error.message)}</p>`);
  }
  if (json) return jsonReply(200, { userCode, user });
  const done = `<p>Signed in as ${escapeXml(user)}. You can close this page.</p>`;
  return page(
    200,
    `${done}<p lang="ja">${escapeXml(user)} としてログインしました。このページは閉じてかまいません。</p>`,
  );
}

function chooser({ world }: Practice, userCode: string): string {
  const code = escapeXml(userCode);
  const people = [...world.directory.users.values()]
    .filter(({ enabled }) => enabled)
    .map(
      ({ userName, displayName }) =>
        `<li><button name="user" value="${escapeXml(userName)}">${escapeXml(displayName)}</button></li>`,
    );
  return `<p>Who signs in? Compare the code with the one your terminal shows.</p>
<p lang="ja">だれがログインしますか？ ターミナルに表示されたコードと同じか確かめてください。</p>
<form method="post" action="${signInPath}">
<p><label>Code / コード <input name="userCode" value="${code}" required></label></p>
<ul>${people.join('')}</ul>
</form>`;
}

function page(status: number, inside: string): Reply {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
  };
  const title = '<title>Practice: sign in</title>';
  const body = `<!doctype html><html lang="en"><meta charset="utf-8">${title}<h1>Practice</h1>${inside}</html>`;
  return { status, headers, body };
}
