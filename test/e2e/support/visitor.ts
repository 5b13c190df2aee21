import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Practice } from './practice.ts';

/** How a visitor comes: whose hat, in which language and colours, on how wide a screen. */
export interface VisitorOptions {
  /** Nobody's when left out: then the first steps are shown, as to a newcomer. */
  readonly hat?: string;
  readonly language?: 'en' | 'ja';
  readonly theme?: 'light' | 'dark';
  /** CSS pixels; 1280 when left out, a phone below 600. */
  readonly width?: number;
  readonly height?: number;
  readonly timeZone?: string;
}

/** Someone at a browser, and what went wrong on their pages. */
export interface Visitor {
  readonly page: Page;
  /** Script errors, policy violations, and requests to anywhere else; a test that plants one takes it out. */
  readonly faults: string[];
  /** Answers of the API that were refusals, which a test may provoke. */
  readonly refusals: readonly string[];
  close(): Promise<void>;
}

/** Opens a browser of their own for someone, signed in by the address that was printed. */
export async function openVisitor(
  browser: Browser,
  { address, origin }: Pick<Practice, 'address' | 'origin'>,
  options: VisitorOptions = {},
): Promise<Visitor> {
  const { hat, language = 'en', theme = 'light', width = 1280, height = 900 } = options;
  const phone = width < 600;
  const context = await browser.newContext({
    locale: language === 'ja' ? 'ja-JP' : 'en-US',
    timezoneId: options.timeZone ?? 'Asia/Tokyo',
    colorScheme: theme,
    viewport: { width, height },
    hasTouch: phone,
    isMobile: phone,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(45_000);
  if (hat !== undefined) await knowAlready(context, hat, language);
  const page = await context.newPage();
  const watched = watch(page, origin);
  const visitor = { page, ...watched, close: () => context.close() };
  try {
    await page.goto(address);
    await page.getByTestId('who').waitFor();
    return visitor;
  } catch (error) {
    await visitor.close();
    throw new Error(`The console did not open: ${watched.faults.join('\n')}`, { cause: error });
  }
}

/** What this browser would remember of an earlier visit; a later choice of the page's own stays. */
function knowAlready(context: BrowserContext, hat: string, language: string): Promise<unknown> {
  return context.addInitScript(
    ([key, value]) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
    },
    ['sekisho.preferences', JSON.stringify({ hat, language, toured: true })] as const,
  );
}

function watch(page: Page, origin: string) {
  const faults: string[] = [];
  const refusals: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    const { url } = message.location();
    // Chromium writes a line for every answer of 400 and above; the API's refusals are listed apart.
    const refusal =
      /status of 4\d\d/.test(message.text()) && new URL(url).pathname.startsWith('/api/');
    if (!refusal) faults.push(`${message.type()}: ${message.text()} (${url})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== origin) {
      faults.push(`asked another place: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()}: ${response.url()}`);
    else if (response.status() >= 400) refusals.push(`${response.status()}: ${response.url()}`);
  });
  return { faults, refusals };
}
