import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium, quiet: it asks nothing of the network but what a page asks. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.SEKISHO_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium refuses its sandbox to root, who runs the tests in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}
