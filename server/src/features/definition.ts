import { catalogue, citationAt, type Catalogue } from '../guidelines';
import { foldedText, type Letter, type Span } from '../letter';
import { guidelinePage } from './guideline-page';

export interface Definition {
  /** The citation, or its section; half-open, UTF-16 code units. */
  readonly span: Span;
  /** Id of the guideline or section of law, as the page is asked for. */
  readonly id: string;
  /** What the page is called. */
  readonly title: string;
  /** Line of the page, from zero, where the thing stands. */
  readonly line: number;
}

/**
 * The page that tells of the citation at `offset` of a letter, from the line
 * on that tells of the section or page at the offset; `null` where nothing
 * that is known is cited. A caret right behind a citation is on it.
 */
export function definitionAt(text: string, letter: Letter, offset: number, of: Catalogue = catalogue()): Definition | null {
  const cited = citationAt(text, letter, offset, of) ?? citationAt(text, letter, offset - 1, of);
  const id = cited?.citation.guideline;
  if (cited === undefined || id == null) return null;
  const page = guidelinePage(id, of);
  if (page === null) return null;
  const { span, sections, pages } = cited.citation;
  const touches = (part: Span): boolean => part.start <= offset && offset <= part.end;
  const section = sections.find(touches);
  if (section !== undefined) return { span: section, id, title: page.title, line: page.lineNamed(foldedText(text, section)) };
  const cite = pages.find((each) => touches(each.span));
  return cite === undefined ? { span, id, title: page.title, line: 0 } : { span: cite.span, id, title: page.title, line: page.lineOn(cite) };
}
