import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { openPalette } from '../palette/palette-store.ts';
import { Glyph } from '../shared/glyph.tsx';
import { choose } from '../shared/preferences.ts';
import { useSay } from '../shared/say.ts';
import { shortcut } from '../shared/shortcut.ts';
import classes from './shell.module.css';
import { WhoMenu } from './who-menu.tsx';

/** Top of every page: the product, the commands, language, theme, who I am. */
export function TopBar() {
  const { t } = useSay();
  return (
    <header className={classes.top}>
      <Link to="/" className={classes.product}>
        <img src="/favicon.svg" width={22} height={22} alt="" />
        <span>{t.shell.product}</span>
      </Link>
      <span className={classes.fill} />
      <Button
        variant="default"
        size="compact-md"
        className={classes.commands}
        leftSection={<Glyph name="command" size={14} />}
        rightSection={<kbd className={classes.kbd}>{shortcut('K')}</kbd>}
        onClick={openPalette}
      >
        {t.shell.commands}
      </Button>
      <LanguageSwitch />
      <ThemeSwitch />
      <WhoMenu />
    </header>
  );
}

function LanguageSwitch() {
  const { language } = useSay();
  const other = language === 'en' ? 'ja' : 'en';
  const name = other === 'ja' ? '日本語' : 'English';
  return (
    <Button
      variant="subtle"
      size="compact-md"
      lang={other}
      onClick={() => choose({ language: other })}
    >
      {name}
    </Button>
  );
}

function ThemeSwitch() {
  const { t } = useSay();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const label = dark ? t.shell.toLight : t.shell.toDark;
  return (
    <ActionIcon
      variant="subtle"
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <Glyph name={dark ? 'sun' : 'moon'} />
    </ActionIcon>
  );
}
