import type { Author } from '../../server/src/annotations/compose';
import type { Annotation, TextTarget } from '../../server/src/annotations/model';
import { annotatedText, textTarget } from '../../server/src/annotations/target';
import { readLetters } from '../../server/src/letter';

/** A person whose clock goes one minute with each look, and whose ids count. */
export function author(person: string, first = 1, start = '2026-03-01T09:00:00.000Z'): Author {
  let minute = Date.parse(start);
  let next = first;
  return {
    person,
    clock: { now: () => new Date((minute += 60_000)) },
    ids: { newId: () => `urn:uuid:00000000-0000-4000-8000-${String(next++).padStart(12, '0')}` },
  };
}

/** The target of a passage of a text that is read as a letter's file. */
export function targetOf(text: string, passage: string, source = 'letter.txt'): TextTarget {
  const start = text.indexOf(passage);
  if (start < 0) throw new Error(`“${passage}” is not in the text`);
  return textTarget(annotatedText(source, text, readLetters(text)), { start, end: start + passage.length });
}

/** An annotation whose content does not matter. */
export function plain(id: string, changes: Partial<Annotation> = {}): Annotation {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    motivation: 'tagging',
    body: [{ type: 'TextualBody', purpose: 'tagging', value: 'diagnosis' }],
    creator: { type: 'Person', name: 'Ada' },
    created: '2026-03-01T09:00:00.000Z',
    modified: '2026-03-01T09:00:00.000Z',
    target: {
      source: 'letter.txt',
      selector: [
        { type: 'TextQuoteSelector', exact: 'strain', prefix: 'a ', suffix: '.' },
        { type: 'TextPositionSelector', start: 2, end: 8 },
      ],
      'imr:letter': 0,
      'imr:item': null,
      'imr:field': null,
      'imr:contentHash': '0123456789abcdef',
    },
    ...changes,
  };
}
