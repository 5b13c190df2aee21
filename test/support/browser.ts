/** A browser as far as logins need one: it keeps cookies by host and goes where it is sent. */
export interface TestBrowser {
  /** Asks once; what it is sent to is not followed. */
  ask(address: string, init?: RequestInit): Promise<Response>;
  /** Goes where it is sent, as long as `until` does not stop it before. */
  go(address: string, until?: (next: URL) => boolean): Promise<{ at: URL; answer: Response }>;
  /** Its cookies for an address, as it would send them. */
  cookies(address: string): string;
  /** Everything that it was told to keep, as it was told. */
  readonly told: string[];
}

/** Opens one without any cookies. */
export function testBrowser(): TestBrowser {
  const jars = new Map<string, Map<string, string>>();
  const told: string[] = [];
  const jarOf = (address: string) => {
    const { host } = new URL(address);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  const cookies = (address: string) =>
    [...jarOf(address)].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (address: string, init: RequestInit = {}) => {
    const headers = new Headers({ accept: 'text/html,*/*', ...(init.headers as object) });
    headers.set('cookie', cookies(address));
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      told.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jarOf(address).delete(name);
      else jarOf(address).set(name, value);
    }
    return answer;
  };
  return {
    ask,
    cookies,
    told,
    async go(address, until = () => false) {
      let at = new URL(address);
      for (let steps = 0; steps < 15; steps += 1) {
        const answer = await ask(at.href);
        const location = answer.headers.get('location');
        if (location === null) return { at, answer };
        at = new URL(location, at);
        if (until(at)) return { at, answer };
      }
      throw new Error(`it was sent around in circles, at last to ${at.href}`);
    },
  };
}
