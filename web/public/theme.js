// Runs before the first paint. A separate file, because the page allows no inline scripts.
// The key and the values are those of src/ui/theme.ts.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be forbidden. The system's theme is used then.
}
