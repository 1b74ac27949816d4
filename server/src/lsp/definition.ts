import type { Definition, DefinitionLink, Position } from 'vscode-languageserver';
import { definitionAt } from '../features/definition';
import type { ClientAbilities } from './client-abilities';
import { GUIDELINE_PAGE_SCHEME } from './client-requests';
import type { Reading } from './reading';

/** The page of the guideline cited at a position; `null` where none is, and for clients that cannot show the page. */
export function definitionOf(reading: Reading, position: Position, { guidelinePages, definitionLinks }: ClientAbilities): Definition | DefinitionLink[] | null {
  const offset = reading.document.offsetAt(position);
  const letter = reading.letters[reading.letterAt(offset)];
  const found = letter === undefined || !guidelinePages ? null : definitionAt(reading.text, letter, offset, reading.catalogue);
  if (found === null) return null;
  // A slash in a name would be a folder.
  const targetUri = `${GUIDELINE_PAGE_SCHEME}:/${found.id}/${encodeURIComponent(`${found.title.replaceAll('/', '-')}.md`)}`;
  const place = { line: found.line, character: 0 };
  const targetRange = { start: place, end: place };
  if (!definitionLinks) return { uri: targetUri, range: targetRange };
  return [{ originSelectionRange: reading.range(found.span), targetUri, targetRange, targetSelectionRange: targetRange }];
}
