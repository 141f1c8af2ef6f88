/** A line of PlantUML that says something, with its index in the source, from 0. */
export type PlantumlLine = { at: number; text: string };

/** The parts of PlantUML that change only how a diagram looks. */
const styling =
  /^(?:skinparam|hide|show|!|scale|left to right|top to bottom|autonumber|autoactivate|header|footer|caption|allow_mixing|remove|set |sprite|title|@|skin |center |right header|left header|mainframe)/i;

/** What is read of a line, in characters. */
const maxLineLength = 1_000;

export type PlantumlSource = { title: string; isHorizontal: boolean; lines: PlantumlLine[] };

/** The lines of a source without comments and styling; its title and direction. */
export function plantumlLines(source: string): PlantumlSource {
  const lines: PlantumlLine[] = [];
  let [title, isHorizontal, closing] = ['', false, ''];
  for (const [at, raw] of source.split('\n').entries()) {
    const text = raw.slice(0, maxLineLength).trim();
    if (closing !== '') {
      if (text.includes(closing)) closing = '';
      continue;
    }
    closing = closingOf(text);
    if (closing !== '' || text === '' || text.startsWith("'") || text.startsWith("/'")) continue;
    title ||= /^title\s+(.+)$/i.exec(text)?.[1] ?? '';
    isHorizontal ||= /^left to right direction/i.test(text);
    if (!styling.test(text)) lines.push({ at, text });
  }
  return { title, isHorizontal, lines };
}

/** What ends the part that a line begins and that shows nothing here; empty if it begins none. */
function closingOf(text: string): string {
  if (text.startsWith("/'")) return text.includes("'/", 2) ? '' : "'/";
  if (/^skinparam\b.*\{$/i.test(text)) return '}';
  if (/^<style>/i.test(text)) return '</style>';
  return /^legend\b/i.test(text) ? 'endlegend' : '';
}

/** The text of a note or a label: quotes removed. */
export function unquoted(text: string): string {
  return text.trim().replace(/^"([^"]*)"$/, '$1');
}
