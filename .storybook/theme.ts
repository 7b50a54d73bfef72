/** The look of the catalog around the stories: night above, paper below. */
import { create, type ThemeVars } from 'storybook/theming';

const brand = {
  brandTitle: 'ds-elements',
  brandTarget: '_self',
  appBorderRadius: 8,
  inputBorderRadius: 6,
} as const;

export const light: ThemeVars = create({
  ...brand,
  base: 'light',
  colorPrimary: '#3b4cca',
  colorSecondary: '#3b4cca',
  appBg: '#f4f4fa',
  appContentBg: '#ffffff',
  appBorderColor: '#dcdcea',
  textColor: '#1b1d33',
  textMutedColor: '#595c78',
  barSelectedColor: '#3b4cca',
});

export const dark: ThemeVars = create({
  ...brand,
  base: 'dark',
  colorPrimary: '#9aa6ff',
  colorSecondary: '#7f8cf5',
  appBg: '#0b1026',
  appContentBg: '#11162e',
  appPreviewBg: '#11162e',
  appBorderColor: '#2a3050',
  barBg: '#0e1329',
  textColor: '#e8eaf8',
  textMutedColor: '#a9aeca',
  barSelectedColor: '#9aa6ff',
  inputBg: '#181e3a',
});

const isDarkSystem = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;

/** The look for a choice of the toolbar: `system`, `light` or `dark`. */
export const themeFor = (choice: unknown): ThemeVars =>
  choice === 'dark' || (choice !== 'light' && isDarkSystem()) ? dark : light;
