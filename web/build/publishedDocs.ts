import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Plugin } from 'vite';

const project = join(import.meta.dirname, '../..');
const topPages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

/** A page of the documentation, by its path in the project. */
export type Page = { path: string; text: string };

/**
 * Adds the documentation to the build, as Markdown: each page below `docs/`, an index at `docs/index.md`, and the same
 * index as `llms.txt` (https://llmstxt.org), where language models look for it.
 */
export function publishedDocs(): Plugin {
  return {
    name: 'published-docs',
    apply: 'build',
    async generateBundle() {
      const pages = await readPages();
      const images = pathsOf('docs/**/*.png');
      const published = new Set([...pages.map(({ path }) => path), ...images]);
      for (const page of pages) {
        this.emitFile({ type: 'asset', fileName: placeOf(page.path), source: publish(page, published) });
      }
      for (const path of images) {
        this.emitFile({ type: 'asset', fileName: path, source: await readFile(join(project, path)) });
      }
      const index = indexOf(pages);
      for (const fileName of ['llms.txt', 'docs/index.md']) {
        this.emitFile({ type: 'asset', fileName, source: index });
      }
    },
  };
}

/** All pages of the project's documentation, guides first. */
export async function readPages(): Promise<Page[]> {
  const paths = [...topPages, ...pathsOf('docs/*.md'), ...pathsOf('docs/*/*.md')];
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(project, path), 'utf8') })),
  );
}

const pathsOf = (pattern: string) => globSync(pattern, { cwd: project }).sort();

/** Where a page is published: the pages of the project's top folder are among the others. */
const placeOf = (path: string) => (path.startsWith('docs/') ? path : `docs/${path}`);

/**
 * The text of a page with links to where pages are published. A link to another file of the project becomes plain text.
 * @param published Paths in the project
 */
export function publish({ path, text }: Page, published: ReadonlySet<string>): string {
  const target = (link: string): string | null => {
    const [file = '', anchor] = link.split('#');
    if (file === '') return link;
    const named = posix.join(posix.dirname(path), file.endsWith('/') ? `${file}README.md` : file);
    if (!published.has(named)) return null;
    const relative = posix.relative(posix.dirname(placeOf(path)), placeOf(named));
    return anchor === undefined ? relative : `${relative}#${anchor}`;
  };
  return text.replace(
    /(!?\[([^\]]*)\])\((?!\w+:)([\w./-]*(?:#[\w-]+)?)\)/g,
    (_link, shown: string, words: string, link: string) => {
      const found = target(link);
      return found === null ? words : `${shown}(${found})`;
    },
  );
}

/** The list of all pages, each with its first sentence. */
export function indexOf(pages: readonly Page[]): string {
  const decisions = pages.filter(({ path }) => path.startsWith('docs/decisions/'));
  const guides = pages.filter((page) => !decisions.includes(page));
  const [readme] = guides;
  const summary = readme === undefined ? '' : `> ${firstSentence(readme.text)}\n\n`;
  return `# CollabCanvas\n\n${summary}## Documentation\n\n${list(guides)}\n## Optional\n\n${list(decisions)}`;
}

function list(pages: readonly Page[]): string {
  return pages
    .map(({ path, text }) => {
      const sentence = firstSentence(text);
      return `- [${titleOf(text)}](/${placeOf(path)})${sentence === '' ? '' : `: ${sentence}`}\n`;
    })
    .join('');
}

const titleOf = (text: string) => /^# (.+)$/m.exec(text)?.[1] ?? '';

/** The first sentence of the first paragraph, without links; empty for a page that begins otherwise. */
function firstSentence(text: string): string {
  const [, first = ''] = text.split(/\n\n+/).filter((block) => !/^(?:!\[|Status:|```)/.test(block));
  if (!/^[\p{L}“"`[]/u.test(first)) return '';
  const plain = first.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('\n', ' ');
  return /^.*?[.:!?](?=\s|$)/.exec(plain)?.[0].replace(/:$/, '.') ?? plain;
}
