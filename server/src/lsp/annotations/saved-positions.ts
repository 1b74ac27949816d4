import { hasConflict, serialize } from '../../annotations/annotation-file';
import { sameWords } from '../../annotations/anchoring/words';
import { withTargets } from '../../annotations/edits';
import { isBy, type TextTarget } from '../../annotations/model';
import { annotatedText, textTarget } from '../../annotations/target';
import type { AnnotationFileText } from '../annotation-requests';
import type { Reading } from '../reading';
import type { AnnotatedLetter } from './annotated-letter';
import { originalWords, withOriginalWords } from './original-words';

/**
 * A person's file with the positions of the text as it is, and goes by it from
 * now on; `null` where all of them hold already. What has no place keeps the
 * position it had; what was changed keeps the words it was made on. A file
 * with a conflict is left to its person.
 */
export function savedPositions(letter: AnnotatedLetter, reading: Reading, person: string): AnnotationFileText | null {
  if (person.trim() === '' || !letter.isKnown) return null;
  const own = letter.ownFile(person);
  if (hasConflict(own.file)) return null;
  const places = letter.settled(reading);
  const of = annotatedText(letter.name, reading.text, reading.letters);
  const targets = new Map<string, TextTarget>();
  for (const entry of own.file.entries) {
    const { id, target } = entry;
    if (typeof target === 'string' || !isBy(entry, person)) continue;
    const placement = places.at(target);
    if (!('span' in placement) || target['imr:contentHash'] === of.contentHash) continue;
    const moved = textTarget(of, placement.span);
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
