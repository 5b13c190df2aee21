import { Button } from '@mantine/core';
import { verbTitle } from '@sekisho/words';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { fieldsOf } from '../shared/manifest.ts';
import { reaches, useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Page } from '../shared/section.tsx';
import { sentBy } from '../shared/sent-by.ts';
import { shortcut } from '../shared/shortcut.ts';
import classes from './ask.module.css';
import { AskField } from './ask-field.tsx';
import { QuotePanel } from './quote-panel.tsx';
import { useAsking } from './use-asking.ts';

const fields = fieldsOf('ops.start');

/** Asks for an ops server: everything on one screen, cost and who must agree while typing. */
export function AskPage() {
  const { t, role, language } = useSay();
  const may = reaches(useMe(), 'member');
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, quote, start, errorOf, submit, elsewhere } = useAsking(form);
  return (
    <Page
      title={t.ask.title}
      lead={t.ask.lead}
      actions={<Link to="/access">{verbTitle('access.request', language)}</Link>}
    >
      <form ref={form} className={classes.form} noValidate {...sentBy(() => may && submit())}>
        <div className={classes.fields}>
          {fields.map((field) => (
            <AskField
              key={field.name}
              field={field}
              draft={draft}
              quote={quote.data ?? null}
              error={errorOf(field.name)}
              onChange={(value) => change(field.name, value)}
            />
          ))}
        </div>
        <div className={classes.side}>
          <QuotePanel quote={quote.data ?? null} waiting={quote.isFetching} error={quote.error} />
          {elsewhere && <ProblemNote error={elsewhere} />}
          <div className={classes.send}>
            <Button type="submit" loading={start.busy} disabled={!may} fullWidth>
              {t.ask.send}
            </Button>
            <small>
              {may ? t.common.sendKey(shortcut('Enter')) : t.palette.needs(role('member'))}
            </small>
          </div>
        </div>
      </form>
    </Page>
  );
}
