import { expect, it } from 'vitest';
import { active, english } from '../test/samples.ts';
import { leaseCard, toHtml } from './index.ts';

it('escapes everything that people wrote', () => {
  const evil = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
  const html = toHtml(
    leaseCard(
      {
        ...active,
        reason: evil,
        ticket: evil,
        detail: evil,
        missing: 'denied',
        holder: evil,
        instanceType: evil,
      },
      english,
    ),
  );
  expect(html).not.toMatch(/<(script|img)/);
  expect(html).toContain('&lt;script&gt;');
});

it('links only to web addresses', () => {
  const at = (baseUrl: string) => toHtml(leaseCard(active, { ...english, baseUrl }));
  expect(at('https://sekisho.example.com')).toContain(
    'href="https://sekisho.example.com/leases/ops-7k3f9q2m"',
  );
  expect(at('javascript:alert(1)')).not.toContain('href');
});

it('marks production and names the language for screen readers', () => {
  expect(toHtml(leaseCard(active, english))).toMatch(
    /^<article class="card card-production" lang="en">/,
  );
});
