/** Texts of the settings page. */
export const settings = {
  title: 'Settings',
  language: 'Language',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark' },
};
