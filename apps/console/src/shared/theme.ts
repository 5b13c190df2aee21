import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** 藍, indigo: the one accent. Red is kept for production and for errors. */
const ai: MantineColorsTuple = [
  '#edf1fa',
  '#d8e1f3',
  '#b3c5ea',
  '#8ba7e0',
  '#698ed7',
  '#4f78c9',
  '#3c62b3',
  '#2f5099',
  '#26417d',
  '#1c3160',
];

/** Neutrals of the dark theme, from text to ground; menus, dialogs and fields use them. */
const dark: MantineColorsTuple = [
  '#e6eaf0',
  '#c3cad4',
  '#a7b1be',
  '#7d8896',
  '#4a5565',
  '#303947',
  '#1f2731',
  '#1a2029',
  '#151a21',
  '#12161c',
];

export const theme = createTheme({
  primaryColor: 'ai',
  primaryShade: { light: 7, dark: 6 },
  colors: { ai, dark },
  fontFamily: 'var(--sk-font)',
  fontFamilyMonospace: 'var(--sk-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: 'sm',
  // A dialog's header is no second banner of the page.
  components: { ModalHeader: { defaultProps: { role: 'presentation' } } },
  respectReducedMotion: true,
  cursorType: 'pointer',
});

const ours = {
  '--mantine-color-body': 'var(--sk-ground)',
  '--mantine-color-text': 'var(--sk-text)',
  '--mantine-color-dimmed': 'var(--sk-soft)',
  '--mantine-color-placeholder': 'var(--sk-soft)',
  '--mantine-color-error': 'var(--sk-error)',
  '--mantine-color-default': 'var(--sk-surface)',
  '--mantine-color-default-color': 'var(--sk-text)',
  '--mantine-color-default-border': 'var(--sk-edge)',
};

/** Lets Mantine's own colours follow our tokens, whose contrast is AA; its schemes would override them. */
export const variables: CSSVariablesResolver = () => ({
  variables: ours,
  light: ours,
  dark: ours,
});
