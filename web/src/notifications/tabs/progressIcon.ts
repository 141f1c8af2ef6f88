const size = 32;
const radius = 12;

/** Replaces the tab's icon by a ring with this share, from 0 to 1; null shows the usual icon again. */
export function showProgressIcon(share: number | null): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link) link.href = share === null ? '/icon.svg' : progressIcon(share);
}

function progressIcon(share: number): string {
  const length = 2 * Math.PI * radius;
  const circle = `<circle cx="16" cy="16" r="${radius}" fill="none" stroke-width="8"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">
${circle} stroke="#9fb4ee"/>
${circle} stroke="#2456e6" stroke-dasharray="${share * length} ${length}" transform="rotate(-90 16 16)"/>
</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
