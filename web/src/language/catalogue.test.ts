import { describe, expect, test } from 'vitest';
import { de } from './de/catalogue.ts';
import { type Catalogue, en as firstTexts } from './en/catalogue.ts';
import { dashboard } from './en/dashboard.ts';
import { ops } from './en/ops.ts';

const en: Catalogue = { ...firstTexts, dashboard, ops };

type Texts = { [key: string]: string | Texts };

/** All texts with their paths. */
function textsOf(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : textsOf(value, `${path}${key}.`),
  );
}

const placeholdersOf = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

describe('the German catalogue', () => {
  const german = new Map(textsOf(de));

  test('has the keys of the English one, each with a text', () => {
    expect([...german.keys()].sort()).toEqual(
      textsOf(en)
        .map(([path]) => path)
        .sort(),
    );
    expect([...german].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('has the placeholders of the English texts', () => {
    const wrong = textsOf(en).filter(
      ([path, text]) => `${placeholdersOf(text)}` !== `${placeholdersOf(german.get(path) ?? '')}`,
    );
    expect(wrong).toEqual([]);
  });
});
