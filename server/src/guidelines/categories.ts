import { catalogue, type Catalogue } from './catalogue';
import table from './data/treatment-categories.json';
import type { TreatmentCategory } from './entry';

export interface RequestCategory {
  readonly category: string;
  readonly subcategory: string | null;
}

interface Keyword {
  /** With a blank at each side, the last left out for a word's beginning. */
  readonly words: string;
  readonly beginning: boolean;
  readonly order: number;
  readonly result: RequestCategory;
}

/** Small letters and digits, everything else one blank, a blank at each end. */
function words(text: string): string {
  return ` ${text.toLowerCase().replace(/[^a-z0-9à-ɏ]+/g, ' ').trim()} `;
}

const built = new WeakMap<Catalogue, Keyword[]>();

function keywordsOf(of: Catalogue): Keyword[] {
  let list = built.get(of);
  if (list === undefined) {
    list = [...(table.categories as readonly TreatmentCategory[]), ...of.categories].flatMap((entry) =>
      entry.keywords.map((keyword) => {
        const beginning = keyword.endsWith('*');
        return {
          words: words(beginning ? keyword.slice(0, -1) : keyword).trimEnd(),
          beginning,
          order: entry.order,
          result: { category: entry.category, subcategory: entry.subcategory ?? null },
        };
      }),
    );
    list.sort((a, b) => a.order - b.order);
    built.set(of, list);
  }
  return list;
}

/** Where a keyword stands as whole words (a plural `s` allowed), or -1. */
function find(text: string, keyword: Keyword): number {
  for (let at = text.indexOf(keyword.words); at >= 0; at = text.indexOf(keyword.words, at + 1)) {
    const end = at + keyword.words.length;
    if (keyword.beginning || text[end] === ' ' || (text[end] === 's' && text[end + 1] === ' ')) return at;
  }
  return -1;
}

/**
 * Category of a requested treatment, from the table of treatment categories
 * and the entries that a workspace adds to it:
 * the lowest match order that occurs, then what stands first in the request,
 * then the longer keyword. `null` where no keyword occurs.
 */
export function categoryOf(request: string, of: Catalogue = catalogue()): RequestCategory | null {
  const text = words(request.slice(0, 2000));
  let best: { keyword: Keyword; at: number } | null = null;
  for (const keyword of keywordsOf(of)) {
    if (best !== null && keyword.order > best.keyword.order) break;
    const at = find(text, keyword);
    if (at < 0) continue;
    if (best === null || at < best.at || (at === best.at && keyword.words.length > best.keyword.words.length)) best = { keyword, at };
  }
  return best?.keyword.result ?? null;
}
