/** Whether a host is this machine: `localhost`, `127.*` or `::1`. */
export function isLoopbackName(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){1,3}$/.test(host);
}
