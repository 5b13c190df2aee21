import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useSay } from '../shared/say.ts';
import classes from './chat.module.css';
import { commandHelp } from './command-help.ts';
import { useAct } from './use-surface.ts';

interface ComposerProps {
  readonly user: string;
  readonly channel: string;
}

/** Where a person types: a message, or a slash command with help while typing. */
export function Composer({ user, channel }: ComposerProps) {
  const { t, language } = useSay();
  const doAct = useAct();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const help = commandHelp(text, language);
  const send = async () => {
    if (text.trim() === '') return;
    setBusy(true);
    const path = text.trimStart().startsWith('/') ? 'command' : 'message';
    const answer = await doAct(path, { user, channel, text: text.trim() });
    setBusy(false);
    if (answer) setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a Japanese conversion is not a wish to send.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className={classes.composer}>
      {help.length > 0 && (
        <ul className={classes.help} aria-label={t.chat.commands}>
          {help.map((line) => (
            <li key={line.verb}>
              <button type="button" onClick={() => setText(`${line.start} `)}>
                <code>{line.start}</code> {line.rest && <code>{line.rest}</code>}
                <span>{line.help}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.typing}>
        <Textarea
          className={classes.grow}
          aria-label={t.chat.write}
          placeholder={t.chat.placeholder}
          autosize={false}
          rows={1}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button onClick={() => void send()} loading={busy} disabled={text.trim() === ''}>
          {t.common.send}
        </Button>
      </div>
    </div>
  );
}
