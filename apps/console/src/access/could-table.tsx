import { Button } from '@mantine/core';
import type { PossibleAccess } from '@sekisho/contract';
import { accessWordsIn, verdictText } from '@sekisho/words/access';
import { whyNot } from '@sekisho/words/language';
import { Link } from '@tanstack/react-router';
import { Glyph, type GlyphName } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import tableClasses from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';

interface CouldTableProps {
  readonly possible: readonly PossibleAccess[];
  readonly onChoose: (one: PossibleAccess) => void;
}

/** Every set of every account: had, to be had and by what, or refused with what to do. */
export function CouldTable({ possible, onChoose }: CouldTableProps) {
  const { language } = useSay();
  const words = accessWordsIn(language);
  const heads = [words.account, words.permissionSet, words.takes, words.choose];
  return (
    <Table label={words.could} heads={heads} testid="could">
      {possible.map((one) => (
        <Row key={`${one.account} ${one.permissionSet}`} one={one} onChoose={() => onChoose(one)} />
      ))}
    </Table>
  );
}

const glyphs: Readonly<Record<PossibleAccess['verdict'], GlyphName>> = {
  allowed: 'done',
  'with-approval': 'waiting',
  refused: 'failed',
};

function Row({ one, onChoose }: { readonly one: PossibleAccess; readonly onChoose: () => void }) {
  const { language } = useSay();
  const words = accessWordsIn(language);
  const { accountName, account, permissionSet, has, lease, verdict, refusal, rule } = one;
  return (
    <tr data-production={one.production || undefined}>
      <td className={tableClasses.nowrap}>
        {accountName}
        <br />
        <small>{account}</small>
      </td>
      <td>{permissionSet}</td>
      <td>
        <Glyph name={has === null ? glyphs[verdict] : 'active'} size={14} />{' '}
        {verdictText(one, language)}
        <br />
        <small>
          {refusal ? whyNot(refusal, language) : rule === null ? words.noRule : words.byRule(rule)}
        </small>
      </td>
      <td className={tableClasses.nowrap}>
        {lease !== null && (
          <Link to="/leases/$id" params={{ id: lease }}>
            {words.open}
          </Link>
        )}
        {lease === null && has === null && verdict !== 'refused' && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={onChoose}
            aria-label={`${words.choose}: ${accountName} ${permissionSet}`}
          >
            {words.choose}
          </Button>
        )}
      </td>
    </tr>
  );
}
