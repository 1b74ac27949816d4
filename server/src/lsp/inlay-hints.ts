import type { InlayHint, Range } from 'vscode-languageserver';
import { inlayHints } from '../features/inlay-hints';
import type { Reading } from './reading';

/** The hints in a range of a document. */
export function inlayHintsOf(reading: Reading, range: Range): InlayHint[] {
  const within = reading.span(range);
  const near = reading.letters.filter(({ span }) => span.start <= within.end && within.start <= span.end);
  return near.flatMap((letter) =>
    inlayHints(reading.text, letter, within, reading.catalogue).map(({ offset, label, tooltip }) => ({ position: reading.document.positionAt(offset), label, tooltip, paddingLeft: true })),
  );
}
