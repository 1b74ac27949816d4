import { hasConflict, serialize } from '../../annotations/annotation-file';
import { sought, type Placement } from '../../annotations/anchoring';
import { Placer } from '../../annotations/anchoring/placer';
import { sameWords } from '../../annotations/anchoring/words';
import { withTargets } from '../../annotations/edits';
import { isBy, type TextTarget } from '../../annotations/model';
import { annotatedText, textTarget } from '../../annotations/target';
import type { Span } from '../../letter';
import type { AnnotationFileText } from '../annotation-requests';
import type { Reading } from '../reading';
import type { AnnotatedLetter } from './annotated-letter';
import { originalWords, withOriginalWords } from './original-words';

/**
 * A person's file with the positions of the text as it is, and goes by it from
 * now on; `null` where all of them hold already. What has no place keeps the
 * position it had; what was changed keeps the words it was made on. A line
 * that leads to its place in this text as it is stays as it is: what is written
 * on two branches meets in fewer lines. A file with a conflict is left to its
 * person.
 */
export function savedPositions(letter: AnnotatedLetter, reading: Reading, person: string): AnnotationFileText | null {
  if (person.trim() === '' || !letter.isKnown) return null;
  const own = letter.ownFile(person);
  if (hasConflict(own.file)) return null;
  const places = letter.settled(reading);
  const of = annotatedText(letter.name, reading.text, reading.letters);
  const targets = new Map<string, TextTarget>();
  const placer = new Placer(reading.text, reading.letters, undefined);
  let tries = MOST_TRIED;
  for (const entry of own.file.entries) {
    const { id, target } = entry;
    if (typeof target === 'string' || !isBy(entry, person)) continue;
    const placement = places.at(target);
    if (!('span' in placement) || target['imr:contentHash'] === of.contentHash) continue;
    const moved = textTarget(of, placement.span);
    if (samePassage(target, moved) && tries-- > 0 && leadsTo(placement.span, placer.place(sought(target)))) continue;
    const original = originalWords(target);
    targets.set(id, withOriginalWords({ ...moved, source: target.source }, sameWords(original, moved.selector[0].exact) ? null : original));
  }
  const file = withTargets(own.file, targets);
  if (file === own.file) return null;
  const written = { name: own.name, text: serialize(file) };
  letter.bases.add(reading.text);
  letter.expect(written);
  return written;
}

/** So many lines are tried for whether they may stay; more take too long, and all of them are written. */
const MOST_TRIED = 500;

/** Words, position and part of the letter are the same; the text around them is another one. */
function samePassage(before: TextTarget, now: TextTarget): boolean {
  const passage = ({ selector, 'imr:letter': letter, 'imr:item': item, 'imr:field': field }: TextTarget): string => JSON.stringify([selector.map((part) => Object.entries(part).sort()), letter, item?.request, item?.index, field]);
  return passage(before) === passage(now);
}

/** Whether a passage is found where it stands by its words alone, as whoever has no older text must find it. */
function leadsTo({ start, end }: Span, found: Placement): boolean {
  return found.state === 'intact' && found.span.start === start && found.span.end === end;
}
