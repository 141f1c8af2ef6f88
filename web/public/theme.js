// Runs before the first paint, as a file of its own because the page allows no inline scripts.
// The key and the values are those of src/app/theme.ts.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be forbidden; the theme of the system is used then.
}
