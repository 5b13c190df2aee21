import { DoorRefusal } from './door-refusal.ts';

/* What doors refuse before any verb is asked, in both languages. */

export function wrongType(type: string): DoorRefusal {
  return new DoorRefusal({
    status: 415,
    field: 'Content-Type',
    value: type,
    why: { en: 'The body is not declared as JSON.', ja: '本文が JSON と宣言されていません。' },
    fix: {
      en: 'Send it with "Content-Type: application/json".',
      ja: '「Content-Type: application/json」を付けて送ってください。',
    },
  });
}

export function bodyTooLarge(kilobytes: number): DoorRefusal {
  return new DoorRefusal({
    status: 413,
    field: 'body',
    value: '',
    why: {
      en: `The body is larger than ${kilobytes} kB.`,
      ja: `本文が ${kilobytes} kB を超えています。`,
    },
    fix: { en: 'Send less at once.', ja: '一度に送る量を減らしてください。' },
  });
}

/** So many seconds brought too little of the body. */
export function bodyTooSlow(seconds: number): DoorRefusal {
  return new DoorRefusal({
    status: 408,
    field: 'body',
    value: '',
    why: {
      en: `The body came too slowly: too little of it within ${seconds} s.`,
      ja: `本文の届くのが遅すぎます(${seconds} 秒間に届いた量が足りません)。`,
    },
    fix: {
      en: 'Send it again, over a faster connection.',
      ja: 'より速い回線から、もう一度送ってください。',
    },
  });
}

/** The body is no JSON object; `start` are its first characters. */
export function notJson(start: string): DoorRefusal {
  return new DoorRefusal({
    status: 400,
    field: 'body',
    value: start,
    why: {
      en: 'The body is not a JSON object in UTF-8.',
      ja: '本文が UTF-8 の JSON オブジェクトではありません。',
    },
    fix: { en: 'Send one such as {"id": "…"}.', ja: '{"id": "…"} の形で送ってください。' },
  });
}

export function tooDeep(field: string): DoorRefusal {
  return new DoorRefusal({
    status: 400,
    field,
    value: '',
    why: { en: `"${field}" is nested too deep.`, ja: `「${field}」の入れ子が深すぎます。` },
    fix: { en: 'Leave it out.', ja: '取り除いてください。' },
  });
}

export function forbiddenKey(field: string): DoorRefusal {
  return new DoorRefusal({
    status: 400,
    field,
    value: '',
    why: { en: `There is no field "${field}".`, ja: `「${field}」という項目はありません。` },
    fix: { en: 'Leave it out.', ja: '取り除いてください。' },
  });
}

export function brokenText(field: string, shown: string): DoorRefusal {
  return new DoorRefusal({
    status: 400,
    field,
    value: shown,
    why: {
      en: `"${field}" holds a NUL or half of a character.`,
      ja: `「${field}」に NUL 文字または壊れた文字が含まれています。`,
    },
    fix: { en: 'Remove it and send it again.', ja: '取り除いて、もう一度送ってください。' },
  });
}

export function wrongHost(host: string): DoorRefusal {
  return new DoorRefusal({
    status: 421,
    field: 'Host',
    value: host,
    why: {
      en: `"${host}" is not an address of this server.`,
      ja: `「${host}」はこのサーバーのアドレスではありません。`,
    },
    fix: {
      en: 'Use the address that the server printed at its start.',
      ja: 'サーバーが起動時に表示したアドレスを使ってください。',
    },
  });
}

export function foreignPage(origin: string): DoorRefusal {
  return new DoorRefusal({
    status: 403,
    field: 'Origin',
    value: origin,
    why: {
      en: 'The call comes from a page of another site.',
      ja: '別のサイトのページからの呼び出しです。',
    },
    fix: {
      en: 'Use the console of this server, or send a token.',
      ja: 'このサーバーのコンソールを使うか、トークンを付けてください。',
    },
  });
}

export function wrongMethod(method: string, allowed: string): DoorRefusal {
  return new DoorRefusal({
    status: 405,
    field: 'method',
    value: method,
    why: { en: `${method} does nothing here.`, ja: `ここでは ${method} を使えません。` },
    fix: { en: `Use ${allowed}.`, ja: `${allowed} を使ってください。` },
    headers: { allow: allowed },
  });
}

export function nothingHere(path: string): DoorRefusal {
  return new DoorRefusal({
    status: 404,
    field: 'path',
    value: path,
    why: { en: 'There is nothing at this address.', ja: 'このアドレスには何もありません。' },
    fix: {
      en: 'The API is described at /api/openapi.json.',
      ja: 'API の説明は /api/openapi.json にあります。',
    },
  });
}

/** A header is not what it has to be; `needed` says what, as a phrase after "Send". */
export function wrongHeader(field: string, value: string, en: string, ja: string): DoorRefusal {
  return new DoorRefusal({
    status: 400,
    field,
    value,
    why: {
      en: `"${value}" is not a good ${field}.`,
      ja: `${field} の値「${value}」は使えません。`,
    },
    fix: { en: `Send ${en}.`, ja: `${ja}を指定してください。` },
  });
}

/** A key that no door takes. */
export function wrongKey(field: string, value: string): DoorRefusal {
  return wrongHeader(
    field,
    value,
    '1 to 200 letters, digits and signs',
    '1〜200 文字の英数字と記号',
  );
}

/** A call says two keys, and they differ. */
export function twoKeys(field: string, value: string): DoorRefusal {
  return new DoorRefusal({
    status: 400,
    field,
    value,
    why: { en: 'The call has two different keys.', ja: '異なるキーが二つ指定されています。' },
    fix: { en: 'Leave one out.', ja: 'どちらか一つにしてください。' },
  });
}

export function agentTokenNeeded(): DoorRefusal {
  return new DoorRefusal({
    status: 403,
    field: 'Authorization',
    value: '',
    why: { en: 'This door is for agents.', ja: 'この入口はエージェント専用です。' },
    fix: {
      en: 'Make a token with "sekisho token create --agent" and send that.',
      ja: '「sekisho token create --agent」で発行したトークンを使ってください。',
    },
  });
}
