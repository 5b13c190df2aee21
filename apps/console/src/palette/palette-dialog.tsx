import { Modal, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { reaches, useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { StopAll } from '../shell/stop-all.tsx';
import { type Command, commandsIn, findCommands } from './commands.ts';
import classes from './palette.module.css';
import { closePalette } from './palette-store.ts';

/** Every verb by name: type, choose, go where it is done. */
export function PaletteDialog() {
  const { t, language } = useSay();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [stopping, setStopping] = useState(false);
  const all = useMemo(() => commandsIn(language), [language]);
  const found = findCommands(all, typed);
  const chosen = Math.min(at, found.length - 1);
  const run = useRun(() => setStopping(true));
  const me = useMe();
  const verb = found[chosen]?.verb;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const command = found[chosen];
    if (step !== 0) setAt(Math.max(0, Math.min(found.length - 1, chosen + step)));
    else if (event.key === 'Enter' && command && reaches(me, command.role)) run(command);
    else return;
    event.preventDefault();
  };
  if (stopping) return <StopAll onClose={closePalette} />;
  return (
    <Modal.Root opened onClose={closePalette} size="lg" padding={0} yOffset="10dvh">
      <Modal.Overlay />
      <Modal.Content aria-label={t.shell.commands}>
        <TextInput
          className={classes.search}
          placeholder={t.palette.placeholder}
          aria-label={t.palette.placeholder}
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={verb ? `palette-${verb}` : ''}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          data-autofocus
        />
        <Choices found={found} chosen={chosen} onRun={run} />
      </Modal.Content>
    </Modal.Root>
  );
}

interface ChoicesProps {
  readonly found: readonly Command[];
  readonly chosen: number;
  readonly onRun: (command: Command) => void;
}

function Choices({ found, chosen, onRun }: ChoicesProps) {
  const { t } = useSay();
  const verb = found[chosen]?.verb;
  useEffect(() => {
    if (verb) document.getElementById(`palette-${verb}`)?.scrollIntoView({ block: 'nearest' });
  }, [verb]);
  return (
    <>
      <div className={classes.list} id="palette-list" role="listbox" aria-label={t.shell.commands}>
        {found.map((command, index) => (
          <Choice
            key={command.verb}
            command={command}
            chosen={index === chosen}
            onRun={() => onRun(command)}
          />
        ))}
      </div>
      {found.length === 0 && <p className={classes.none}>{t.palette.none}</p>}
    </>
  );
}

interface ChoiceProps {
  readonly command: Command;
  readonly chosen: boolean;
  readonly onRun: () => void;
}

function Choice({ command, chosen, onRun }: ChoiceProps) {
  const { t, role } = useSay();
  const may = reaches(useMe(), command.role);
  return (
    <div
      id={`palette-${command.verb}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-disabled={!may || undefined}
      className={classes.choice}
      onClick={() => may && onRun()}
      onKeyDown={(event) => event.key === 'Enter' && may && onRun()}
    >
      <span className={classes.title}>{command.title}</span>
      <code className={classes.line}>{command.line}</code>
      <span className={classes.help}>
        {command.help}
        {!may && <> · {t.palette.needs(role(command.role))}</>}
      </span>
    </div>
  );
}

function useRun(stop: () => void) {
  const { t } = useSay();
  const navigate = useNavigate();
  return ({ to }: Command) => {
    if (to === 'stop-all') return stop();
    closePalette();
    if (to === 'leases') {
      void navigate({ to: '/' });
      toast({ kind: 'done', text: t.palette.onLease });
    } else {
      void navigate({ to });
    }
  };
}
