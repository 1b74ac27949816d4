import { citationsOf, citedIn, GUIDELINE_FIELDS, type Citation } from '../../server/src/guidelines';
import { categoryOf } from '../../server/src/guidelines/categories';
import { fieldOf, foldedText, readLetters, type FieldKind, type Span } from '../../server/src/letter';
import { corpus } from './corpus';

/** A citation of a real letter, with what is needed to judge it. */
export interface CitedInLetter {
  readonly file: string;
  /** `2014`, `2016-17`, `extractors/pdfium`, … */
  readonly group: string;
  readonly item: number;
  readonly field: FieldKind;
  readonly citation: Citation;
  /** Why it names no entry; `null` where it does, or where it says that nothing is cited. */
  readonly unresolved: string | null;
  readonly words: string;
}

/** All citations of all real letters. */
export function citedInLetters(): CitedInLetter[] {
  return corpus().flatMap(({ file, text }) =>
    readLetters(text)
      .flatMap((letter) => letter.items)
      .flatMap((item, index) =>
        citationsOf(text, item).map((citation) => ({
          file,
          group: file.split('/').slice(0, -1).join('/'),
          item: index,
          field: citation.field,
          citation,
          unresolved: citation.kind === 'none' || citation.guideline !== null ? null : reasonOf(citation),
          words: foldedText(text, citation.span),
        })),
      ),
  );
}

function reasonOf({ family, edition }: Citation): string {
  switch (family) {
    case 'other':
      return 'names no guideline of the catalogue';
    case 'journal':
      return 'a journal';
    case 'drug-label':
      return 'a drug label';
    case 'regulation':
      return 'a section of law without an entry';
    case null:
      return 'a name that the catalogue does not know';
    default:
      return edition === null ? 'no edition named, and the fields do not tell' : `no edition ${edition} in the catalogue`;
  }
}

/** Guideline fields with words in them in which nothing is cited. */
export function silentFields(): string[] {
  return corpus().flatMap(({ file, text }) =>
    readLetters(text)
      .flatMap((letter) => letter.items)
      .flatMap((item, index) => {
        const citations = citationsOf(text, item);
        return item.fields
          .filter((field) => field.kind !== 'rationale' && field.body.end > field.body.start && !citations.some((citation) => citation.field === field.kind))
          .map((field) => `${file} item ${index} ${field.kind}: ${foldedText(text, field.body).slice(0, 160)}`);
      }),
  );
}

/** Words of the form that join the parts of citations. */
const JOINS = /\bsection\(s\)|\band\b/gi;

/** How much of the guideline fields is read as a part of something. */
export interface Explained {
  readonly group: string;
  /** Letters and digits of all guideline fields, and how many of them no phrase or part of a citation holds. */
  readonly characters: number;
  readonly unexplained: number;
  /** The words that hold those, with file, item and field. */
  readonly words: readonly string[];
}

/** Per folder: the letters and digits of guideline fields that are no part of a fixed phrase, a guideline's name, a section or pages. */
export function explainedCharacters(): Explained[] {
  const groups = new Map<string, { characters: number; unexplained: number; words: string[] }>();
  for (const { file, text } of corpus()) {
    const key = file.split('/').slice(0, -1).join('/');
    const group = groups.get(key) ?? { characters: 0, unexplained: 0, words: [] };
    groups.set(key, group);
    readLetters(text)
      .flatMap((letter) => letter.items)
      .forEach((item, index) => {
        const { citations, statements } = citedIn(text, item);
        for (const kind of GUIDELINE_FIELDS) {
          const field = fieldOf(item, kind);
          if (field === undefined) continue;
          const parts: Span[] = [
            ...statements[kind].map(({ span }) => span),
            ...citations.filter((citation) => citation.field === kind).flatMap(({ head, sections, pages }) => [...(head === null ? [] : [head]), ...sections, ...pages.map(({ span }) => span)]),
          ];
          const { start, end } = field.body;
          let left = '';
          for (let at = start; at < end; at++) left += parts.some((part) => part.start <= at && at < part.end) ? ' ' : text.charAt(at);
          left = left.replace(JOINS, ' ').replace(/\s+/g, ' ').trim();
          const count = (words: string): number => words.replace(/[^\p{L}\p{N}]/gu, '').length;
          group.characters += count(text.slice(start, end));
          group.unexplained += count(left);
          if (count(left) > 0) group.words.push(`${file} item ${index} ${kind}: ${left}`);
        }
      });
  }
  return [...groups].map(([group, rest]) => ({ group, ...rest }));
}

/** Requests of the letters themselves (no extractors) with their categories. */
export function categoriesInLetters(): { readonly request: string; readonly category: string | null }[] {
  return corpus()
    .filter(({ file }) => !file.startsWith('extractors/'))
    .flatMap(({ text }) =>
      readLetters(text)
        .flatMap((letter) => letter.items)
        .map((item) => {
          const request = foldedText(text, item.partial?.remaining ?? item.request);
          const found = categoryOf(request);
          return { request, category: found === null ? null : [found.category, found.subcategory].filter((part) => part !== null).join(' / ') };
        }),
    );
}

/** The table: per group of letters, place and kind, how many were found and how many resolved. */
export function citationTable(cited: readonly CitedInLetter[]): string {
  const rows = new Map<string, { found: number; resolved: number }>();
  for (const { group, field, citation, unresolved } of cited) {
    const key = [group.padEnd(28), (field === 'rationale' ? 'rationale' : 'fields').padEnd(10), citation.kind.padEnd(9)].join(' ');
    const row = rows.get(key) ?? { found: 0, resolved: 0 };
    rows.set(key, { found: row.found + 1, resolved: row.resolved + (unresolved === null ? 1 : 0) });
  }
  const lines = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { found, resolved }]) => `${key} ${String(found).padStart(6)} ${String(resolved).padStart(9)}`);
  return [`${'letters'.padEnd(28)} ${'place'.padEnd(10)} ${'kind'.padEnd(9)}  found  resolved`, ...lines].join('\n');
}
