/** Texts of the settings page. */
export const settings = {
  title: 'Settings',
  planner: 'Canvases are planned by',
  tour: 'Tour of the start page',
  language: 'Language',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark' },
};
