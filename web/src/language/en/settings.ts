/** Texts of the settings page. */
export const settings = {
  title: 'Settings',
  tour: 'Tour of the start page',
  language: 'Language',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark' },
};
