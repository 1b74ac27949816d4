import * as l10n from '@vscode/l10n';
import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks } from '../features/document-links';
import type { Reading } from './reading';

/** The official texts of the sections of law that a document cites. */
export function documentLinksOf(reading: Reading): DocumentLink[] {
  return reading.letters
    .flatMap((letter) => documentLinks(reading.text, letter, reading.catalogue))
    .map(({ span, target }) => ({ range: reading.range(span), target, tooltip: l10n.t('Official text; opens in the browser') }));
}
