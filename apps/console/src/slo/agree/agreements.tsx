import { Button } from '@mantine/core';
import type { SloDetail, Targets } from '@sekisho/contract';
import { formatPercent } from '@sekisho/words';
import { type ReactNode, useState } from 'react';
import { reaches, useMe } from '../../shared/me.ts';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Empty, Section, Waiting } from '../../shared/section.tsx';
import { Table } from '../../shared/table.tsx';
import { useVerb } from '../../shared/use-verb.ts';
import { AgreedRow } from './agreed-row.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { UncorrectButton } from './uncorrect-button.tsx';
import { VerbDialog } from './verb-dialog.tsx';

/** What was agreed about an SLO and what waits for agreement: its target, and minutes that do not count. */
export function Agreements({ slo }: { readonly slo: SloDetail }) {
  const [asking, setAsking] = useState<'target' | 'correction' | null>(null);
  const { sloAgree } = useSay().t;
  const close = () => setAsking(null);
  return (
    <>
      <TargetSection id={slo.id} onAsk={() => setAsking('target')} />
      <CorrectionSection id={slo.id} onAsk={() => setAsking('correction')} />
      {/* Outside of the sections, which are drawn anew when the first row comes. */}
      {asking === 'correction' && <CorrectDialog slo={slo} onClose={close} />}
      {asking === 'target' && (
        <VerbDialog
          verb="slo.propose"
          title={sloAgree.propose}
          means={sloAgree.proposeMeans}
          act={sloAgree.propose}
          done={sloAgree.proposed}
          given={{ id: slo.id }}
          asked={['target', 'from', 'reason']}
          onClose={close}
        />
      )}
    </>
  );
}

interface PartProps {
  readonly id: string;
  readonly onAsk: () => void;
}

function TargetSection({ id, onAsk }: PartProps) {
  const { sloAgree } = useSay().t;
  const answer = useVerb('slo.proposals', { id });
  const proposals = answer.data?.proposals ?? [];
  const [targets] = answer.data?.targets ?? [];
  const ask = <AskButton label={sloAgree.propose} onAsk={onAsk} />;
  return (
    <Section title={sloAgree.target} aside={proposals.length > 0 ? ask : null}>
      {answer.error && <ProblemNote error={answer.error} />}
      {!answer.data && !answer.error && <Waiting lines={1} height={34} />}
      {targets && <InForce targets={targets} />}
      {answer.data && proposals.length === 0 && <Empty text={sloAgree.noProposal} action={ask} />}
      {proposals.length > 0 && (
        <AgreedTable label={sloAgree.target}>
          {proposals.map((proposal) => (
            <AgreedRow key={proposal.id} agreed={proposal}>
              <AnswerButtons agreed={proposal} />
            </AgreedRow>
          ))}
        </AgreedTable>
      )}
    </Section>
  );
}

function InForce({ targets }: { readonly targets: Targets }) {
  const { sloAgree } = useSay().t;
  const { target, fileTarget, differs, history } = targets;
  const agreed = history.at(-1)?.target ?? target;
  return (
    <p>
      {sloAgree.inForce(formatPercent(target))}
      {differs && ` ▲ ${sloAgree.differs(formatPercent(fileTarget), formatPercent(agreed))}`}
    </p>
  );
}

function CorrectionSection({ id, onAsk }: PartProps) {
  const { sloAgree } = useSay().t;
  const answer = useVerb('slo.corrections', { id });
  const some = (answer.data?.length ?? 0) > 0;
  const ask = <AskButton label={sloAgree.correct} onAsk={onAsk} />;
  return (
    <Section title={sloAgree.corrections} aside={some ? ask : null} plain={some}>
      {answer.error && <ProblemNote error={answer.error} />}
      {!answer.data && !answer.error && <Waiting lines={1} height={34} />}
      {answer.data?.length === 0 && <Empty text={sloAgree.noCorrection} action={ask} />}
      {some && (
        <AgreedTable label={sloAgree.corrections}>
          {answer.data?.map((correction) => (
            <AgreedRow key={correction.id} agreed={correction}>
              <AnswerButtons agreed={correction} />
              <UncorrectButton correction={correction} />
            </AgreedRow>
          ))}
        </AgreedTable>
      )}
    </Section>
  );
}

function AskButton({ label, onAsk }: { readonly label: string; readonly onAsk: () => void }) {
  const me = useMe();
  if (!reaches(me, 'member')) return null;
  return (
    <Button variant="default" size="compact-md" onClick={onAsk}>
      {label}
    </Button>
  );
}

function AgreedTable({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  const { sloAgree } = useSay().t;
  return (
    <Table label={label} heads={[sloAgree.how, sloAgree.when, sloAgree.why, sloAgree.who, '']}>
      {children}
    </Table>
  );
}
