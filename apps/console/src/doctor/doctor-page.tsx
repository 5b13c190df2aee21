import { Button } from '@mantine/core';
import { doctorPage } from '@sekisho/words/doctor';
import { useSearch } from '@tanstack/react-router';
import { reaches, useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Waiting } from '../shared/section.tsx';
import { DoctorFilters } from './doctor-filters.tsx';
import { Findings, Standing } from './findings.tsx';
import { Looking } from './looking.tsx';
import { useExamination } from './use-examination.ts';

/** Whether this installation can keep its promises, and what to do where it cannot. */
export function DoctorPage() {
  const { t, language, role } = useSay();
  const words = doctorPage[language];
  if (reaches(useMe(), 'sre')) return <DoctorForSre />;
  return (
    <Page title={t.shell.doctor} lead={words.lead}>
      <Empty text={t.palette.needs(role('sre'))} />
    </Page>
  );
}

function DoctorForSre() {
  const { t, language } = useSay();
  const words = doctorPage[language];
  const search = useSearch({ from: '/doctor' });
  const { data, error, isFetching, refetch, whole } = useExamination(search);
  const again = (
    <Button loading={isFetching} onClick={() => void refetch()}>
      {words.lookAgain}
    </Button>
  );
  return (
    <Page title={t.shell.doctor} lead={words.lead} actions={again}>
      {error && !isFetching && <ProblemNote error={error} />}
      <DoctorFilters search={search} findings={(whole ?? data)?.findings ?? []} />
      {isFetching && <Looking before={data !== undefined} />}
      {data && !isFetching && <Standing examined={data} />}
      {!data && isFetching && <Waiting lines={4} height={72} />}
      {data && <Findings examined={data} search={search} />}
    </Page>
  );
}
