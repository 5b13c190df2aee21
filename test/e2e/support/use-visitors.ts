import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchChromium } from './chromium.ts';
import type { Practice } from './practice.ts';
import { openVisitor, type Visitor, type VisitorOptions } from './visitor.ts';

/** Where a failed test leaves what its pages looked like. */
const pictures = join(tmpdir(), 'sekisho-e2e-failed');

/**
 * Lets a file's tests open browsers. After each test they are closed, and whatever they met that
 * is never right (script errors, policy violations, requests to elsewhere) fails it.
 * @param practice whose console they visit; that of the whole suite when left out
 */
export function useVisitors(
  practice: () => Pick<Practice, 'address' | 'origin'> = () => inject('practice'),
): (options?: VisitorOptions) => Promise<Visitor> {
  let browser: Browser;
  let open: Visitor[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async ({ task }) => {
    const visitors = open;
    open = [];
    if ((task.result?.errors?.length ?? 0) > 0) await photograph(visitors, task.name);
    // What a page says while it is being closed is no fault of it.
    const faults = visitors.flatMap((visitor) => [...visitor.faults]);
    for (const visitor of visitors) await visitor.close();
    expect(faults).toEqual([]);
  });
  afterAll(() => browser.close());
  return async (options) => {
    const visitor = await openVisitor(browser, practice(), options);
    open.push(visitor);
    return visitor;
  };
}

async function photograph(visitors: readonly Visitor[], name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const file = name.replace(/\W+/g, '-').slice(0, 60);
  for (const [index, { page }] of visitors.entries()) {
    await page
      .screenshot({ path: join(pictures, `${file}-${index + 1}.png`) })
      .catch(() => undefined); // the page may be gone; the test's own failure matters more
  }
}
