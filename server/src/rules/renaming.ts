import type { Citation, Guideline } from '../guidelines';
import type { CitedPages } from '../guidelines';
import type { Span } from '../letter';
import { pageRange } from './citing';
import type { Edit } from './rule';

/** The words of a name as a letter may have them: any white space between, `&` for "and", any case. */
function pattern(name: string): RegExp {
  const words = name.split(/\s+/).map((word) => (word === '&' || word.toLowerCase() === 'and' ? '(?:and|&)' : word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')));
  return new RegExp(words.join('\\s+'), 'i');
}

function namesOf(entry: Guideline): string[] {
  return [entry.name, ...(entry.aliases ?? []), ...(entry.shortNames ?? []), ...(entry.misspellings ?? [])].sort((a, b) => b.length - a.length);
}

/** Where a citation's head has the guideline's name; `undefined` where its words are broken up. */
export function nameSpan(text: string, { head }: Citation, entry: Guideline): Span | undefined {
  if (head === null) return undefined;
  const words = text.slice(head.start, head.end);
  for (const name of namesOf(entry)) {
    const match = pattern(name).exec(words);
    if (match !== null) return { start: head.start + match.index, end: head.start + match.index + match[0].length };
  }
  return undefined;
}

/**
 * The edits that make a citation name another guideline: its name, chapter
 * number and year, each where it stands. Empty where none of them is found.
 */
export function renamed(text: string, citation: Citation, from: Guideline, to: Guideline): Edit[] {
  const { head } = citation;
  if (head === null) return [];
  const edits: Edit[] = [];
  const name = nameSpan(text, citation, from);
  const words = text.slice(head.start, head.end);
  if (name !== undefined) {
    const written = text.slice(name.start, name.end);
    if (!namesOf(to).some((other) => pattern(other).exec(written)?.[0].length === written.length)) edits.push({ span: name, newText: to.name });
  }
  const chapter = /\b(?:chapter|ch\.)\s*(\d{1,2})\b/i.exec(words);
  if (chapter?.[1] !== undefined && to.chapter !== undefined && to.chapter !== chapter[1]) {
    const end = head.start + chapter.index + chapter[0].length;
    edits.push({ span: { start: end - chapter[1].length, end }, newText: to.chapter });
  }
  if (to.edition !== undefined && to.edition !== (citation.edition ?? from.edition)) {
    const year = citation.edition === null ? -1 : words.lastIndexOf(citation.edition);
    if (year >= 0) edits.push({ span: { start: head.start + year, end: head.start + year + (citation.edition ?? '').length }, newText: to.edition });
    else if (name !== undefined) edits.push({ span: { start: name.end, end: name.end }, newText: ` ${to.edition}` });
    else return [];
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** The edit that puts other numbers behind the word for pages. */
export function otherPages(text: string, pages: CitedPages, to: { readonly first: number; readonly last: number }): Edit {
  const digits = text.slice(pages.span.start, pages.span.end).search(/\d/);
  return { span: { start: pages.span.start + Math.max(0, digits), end: pages.span.end }, newText: pageRange(to) };
}
