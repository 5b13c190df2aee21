import { Button, NativeSelect } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import {
  type JournalItem,
  type Language,
  languages,
  type MembershipJournal,
} from '@sekisho/contract';
import { journalKindNames, journalSectionNames } from '@sekisho/words/journal-names';
import { membershipWordsIn } from '@sekisho/words/membership';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../shared/client.ts';
import { download } from '../shared/download.ts';
import { Glyph } from '../shared/glyph.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import { useBusy } from '../shared/use-busy.ts';
import { useVerb } from '../shared/use-verb.ts';
import classes from './membership.module.css';

/** What somebody did in their term, and the draft of their report in either language. */
export function Journal({ id }: { readonly id: string }) {
  const { language } = useSay();
  const words = membershipWordsIn(language);
  const { data, error, refetch } = useVerb('membership.journal', { id, language });
  return (
    <Section title={words.journal}>
      <p className={classes.soft}>{words.journalLead}</p>
      {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={3} height={24} />}
      {data && <JournalOf journal={data} />}
    </Section>
  );
}

function JournalOf({ journal }: { readonly journal: MembershipJournal }) {
  const { language } = useSay();
  const words = membershipWordsIn(language);
  const counts = journal.sections.flatMap((part) => part.counts);
  return (
    <div className={classes.stack} data-testid="journal">
      <Report journal={journal} />
      {journal.cut && <p role="status">{words.journalCut}</p>}
      {counts.length === 0 && <p>{words.journalNothing}</p>}
      <ul className={classes.counts}>
        {counts.map(({ kind, count }) => (
          <li key={kind}>
            <strong>{count}</strong> {journalKindNames[kind][language]}
          </li>
        ))}
      </ul>
      {journal.sections.map((part) => (
        <Part key={part.section} part={part} />
      ))}
    </div>
  );
}

/** The report's language is the reader's to choose: it may be for somebody else. */
function Report({ journal }: { readonly journal: MembershipJournal }) {
  const say = useSay();
  const words = membershipWordsIn(say.language);
  const [language, setLanguage] = useState<Language>(say.language);
  const asked = { id: journal.lease, language };
  const { data } = useVerb('membership.journal', asked);
  const { busy, run } = useBusy();
  const { copied, copy } = useClipboard({ timeout: 2000 });
  // What was ticked off a moment ago is in it.
  const write = async () => {
    const { markdown } = await client.call('membership.journal', asked);
    download(`${journal.lease}-${language}.md`, markdown, 'text/markdown');
  };
  return (
    <div className={classes.buttons}>
      <NativeSelect
        aria-label={words.inLanguage}
        data={languages.map((one) => ({ value: one, label: { en: 'English', ja: '日本語' }[one] }))}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
      />
      <Button
        variant="default"
        leftSection={<Glyph name={copied ? 'done' : 'copy'} size={14} />}
        disabled={!data}
        onClick={() => copy(data?.markdown ?? '')}
      >
        {copied ? words.copied : words.copy}
      </Button>
      <Button variant="default" loading={busy} onClick={() => run(write)}>
        {words.download}
      </Button>
    </div>
  );
}

/** As many of the newest as one looks at; the rest is a press away. */
const first = 10;

function Part({ part }: { readonly part: MembershipJournal['sections'][number] }) {
  const { language } = useSay();
  const words = membershipWordsIn(language);
  const [all, setAll] = useState(false);
  if (part.items.length === 0) return null;
  const newest = part.items.toReversed();
  return (
    <div>
      <h3>{journalSectionNames[part.section][language]}</h3>
      <ul className={classes.entries}>
        {(all ? newest : newest.slice(0, first)).map((item) => (
          <Item key={JSON.stringify(item)} item={item} />
        ))}
      </ul>
      {!all && newest.length > first && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {words.showAll(newest.length)}
        </Button>
      )}
    </div>
  );
}

function Item({ item }: { readonly item: JournalItem }) {
  const { language, exact, full } = useSay();
  const { at, text, detail, lease, slo, byAgent } = item;
  return (
    <li>
      <time className={classes.when} dateTime={at} title={full(at)}>
        {exact(at)}
      </time>
      <span>
        {text}
        {detail !== null && <span className={classes.soft}> — {detail}</span>}{' '}
        {lease !== null && (
          <Link to="/leases/$id" params={{ id: lease }}>
            {lease}
          </Link>
        )}
        {slo !== null && (
          <Link to="/slos/$id" params={{ id: slo }}>
            {slo}
          </Link>
        )}
        {byAgent && <small> ({membershipWordsIn(language).byAgent})</small>}
      </span>
    </li>
  );
}
