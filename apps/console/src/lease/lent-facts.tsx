import {
  accessFacts,
  ciFacts,
  liveSessionsText,
  membershipFacts,
  stateLockNotice,
} from '@sekisho/cards';
import type { AccessLease, AnyLease, CiLease, MembershipLease, OpsLease } from '@sekisho/contract';
import { daysSince, oldImageText } from '@sekisho/words';
import { Copy } from '../shared/copy.tsx';
import { isOver } from '../shared/lease-facts.ts';
import { useSay } from '../shared/say.ts';

/** What is lent: a server with its cost, access with the way in, the role of a job with its run. */
export function LentFacts({ lease, now }: { readonly lease: AnyLease; readonly now: number }) {
  switch (lease.kind) {
    case 'ops-server':
      return <ServerFacts lease={lease} now={now} />;
    case 'permission-set':
      return <AccessFacts lease={lease} />;
    case 'ci-role':
      return <JobFacts lease={lease} now={now} />;
    case 'membership':
      return <TermFacts lease={lease} />;
  }
}

function ServerFacts({ lease, now }: { readonly lease: OpsLease; readonly now: number }) {
  const { t, language, rate, dollars } = useSay();
  return (
    <>
      {lease.instanceId && (
        <span>
          <code>{lease.instanceId}</code>
          <Copy value={lease.instanceId} what={t.common.instance} />
        </span>
      )}
      <span>{lease.instanceType}</span>
      {lease.engine !== null && <span>docker {lease.engine}</span>}
      <span>
        {rate(lease.costPerHour)}
        {lease.costSoFar !== null &&
          lease.costSoFar > 0 &&
          ` · ${t.common.soFar(dollars(lease.costSoFar))}`}
      </span>
      {lease.imageOld && !isOver(lease) && (
        <strong>{oldImageText(daysSince(lease.imageCreatedAt, new Date(now)), language)}</strong>
      )}
    </>
  );
}

function AccessFacts({ lease }: { readonly lease: AccessLease }) {
  const { t, language } = useSay();
  const [, ...facts] = accessFacts(lease, { language });
  return (
    <>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      <span>{liveSessionsText(lease, { language })}</span>
      {lease.state === 'active' && lease.portalUrl !== null && (
        <Out to={lease.portalUrl} text={t.lease.signIn} />
      )}
    </>
  );
}

function JobFacts({ lease, now }: { readonly lease: CiLease; readonly now: number }) {
  const { t, language } = useSay();
  const [, ...facts] = ciFacts(lease);
  const lock = stateLockNotice(lease, { language, now: new Date(now) });
  return (
    <>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {lock !== '' && <span>{lock}</span>}
      <Out to={lease.runUrl} text={t.lease.theRun} />
    </>
  );
}

function TermFacts({ lease }: { readonly lease: MembershipLease }) {
  const { language } = useSay();
  const [, ...facts] = membershipFacts(lease, { language });
  return (
    <>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </>
  );
}

/** A link out of Sekisho; nothing but a web address becomes one. */
function Out({ to, text }: { readonly to: string; readonly text: string }) {
  if (!/^https?:\/\//.test(to)) return null;
  return (
    <a href={to} target="_blank" rel="noreferrer noopener">
      {text} ↗
    </a>
  );
}
