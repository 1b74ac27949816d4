import { foldedText, type Letter, type Span } from '../../letter';
import { place, sought, type Placement } from '../anchoring';
import { textTargetOf, type Annotation, type TextTarget } from '../model';
import { annotatedText, placeOf, type AnnotatedText } from '../target';
import { threadsOf, type Thread, type Threads } from '../threads';

/** A letter's file with what all persons say about it, each passage in its place. */
export interface AnnotatedFile extends AnnotatedText {
  /** The file's name as it was given. */
  readonly file: string;
  readonly said: Threads;
  readonly placements: ReadonlyMap<TextTarget, Placement>;
}

/** Where a thread belongs, and where it stands if it has a place. */
export interface Whereabouts {
  readonly state: Placement['state'];
  /** UTF-16 code units of the file's text, half-open; `null` for a passage without a place. */
  readonly span: Span | null;
  /** Zero-based index of the letter in its file. */
  readonly letter: number;
  /** Zero-based index of the item in its letter; `null` outside the items. */
  readonly item: number | null;
}

/** Brings the annotations of a file and its text together. `source` is the file's name without folders. */
export function annotatedFile(file: string, source: string, text: string, letters: readonly Letter[], annotations: readonly Annotation[]): AnnotatedFile {
  const said = threadsOf(annotations);
  const targets = annotations.map(textTargetOf).filter((target) => target !== null);
  const found = place(targets.map(sought), text, letters);
  return { ...annotatedText(source, text, letters), file, said, placements: new Map(targets.map((target, index) => [target, found[index]!])) };
}

/** Where a thread belongs; one without a place goes by the letter and the request that it was made in. */
export function whereabouts(of: AnnotatedFile, { target }: Thread): Whereabouts {
  const placement = of.placements.get(target);
  if (placement && 'span' in placement) {
    const { letter, index } = placeOf(of, placement.span);
    return { state: placement.state, span: placement.span, letter, item: index < 0 ? null : index };
  }
  const letter = Math.min(target['imr:letter'], Math.max(0, of.letters.length - 1));
  return { state: placement?.state ?? 'orphaned', span: null, letter, item: itemOf(of, letter, target) };
}

function itemOf({ text, letters }: AnnotatedFile, letter: number, { 'imr:item': hint }: TextTarget): number | null {
  if (!hint || hint.request === '') return null;
  const items = letters[letter]?.items ?? [];
  const same = items.flatMap((item, index) => (foldedText(text, item.request).startsWith(hint.request) ? [index] : []));
  return same.includes(hint.index) ? hint.index : same.length === 1 ? same[0]! : null;
}
