import { MantineProvider } from '@mantine/core';
import { readPlan } from '@sekisho/terraform-plan';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { choose } from '../../shared/preferences.ts';
import { PlanView } from './plan-view.tsx';

const change = (address: string, sides: object) => ({
  ...{ address, mode: 'managed', type: 'aws_db_instance', name: 'x' },
  change: { ...{ after_unknown: false, before_sensitive: {}, after_sensitive: {} }, ...sides },
});
const gone = { actions: ['delete'], before: { id: '<b>' }, after: null };

/** The page that a browser would show at first, of a plan that was really read. */
function pageOf(changes: readonly object[], more: object = {}): string {
  const { plan } = readPlan({
    ...{ format_version: '1.2', terraform_version: '1.11.4', planned_values: {} },
    ...{ resource_changes: changes, ...more },
  });
  if (plan === null) throw new Error('no plan');
  return renderToStaticMarkup(
    <MantineProvider>
      <PlanView {...plan} />
    </MantineProvider>,
  );
}

afterEach(() => choose({ language: 'en' }));

describe('the view of a plan', () => {
  it('shows counts and risks first, then changes with their attributes folded', () => {
    choose({ language: 'en' });
    const page = pageOf([change('aws_db_instance.main["<i>"]', gone)]);
    expect(page).toContain('1 to destroy');
    expect(page).toContain('destroys the database: its data goes with it');
    expect(page.indexOf('destroys the database')).toBeLessThan(
      page.indexOf('aria-expanded="false"'),
    );
    expect(page).not.toContain('<i>');
    expect(page).not.toContain('&lt;b&gt;');
  });

  it('speaks Japanese, and folds drift away', () => {
    choose({ language: 'ja' });
    const page = pageOf([], { resource_drift: [change('aws_db_instance.drifted', gone)] });
    expect(page).toContain('変更はありません');
    expect(page).toContain('ドリフト: Terraform の外での変更 1 件');
    expect(page).not.toContain('aws_db_instance.drifted');
  });

  it('says how much of a line is cut, and how many lines are over', () => {
    choose({ language: 'en' });
    const text = ['a', 'b'.repeat(700), ...Array.from({ length: 300 }, () => 'c')].join('\n');
    const open = { after_unknown: false, before_sensitive: false, after_sensitive: false };
    const added = { ...open, actions: ['create'], before: null, after: { x: text } };
    const page = pageOf([], { output_changes: { hosts: added } });
    expect(page).toContain('… 200 more characters');
    expect(page).toContain('⋮ 102 more lines, not shown');
  });

  it('draws a page of two thousand resources, not all', () => {
    choose({ language: 'en' });
    const many = Array.from({ length: 2000 }, (_, index) =>
      change(`aws_db_instance.x${index}`, gone),
    );
    const page = pageOf(many);
    expect(page).toContain('1–100 of 2000');
    expect(page.match(/aria-expanded/g)).toHaveLength(100);
  });
});
