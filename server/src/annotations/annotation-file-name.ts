/** The end of every annotation file's name. */
export const ANNOTATION_FILE_ENDING = '.anno.jsonl';

/** A file name holds 255 bytes on common systems; letters' own names need some of them. */
const SLUG_BYTES = 96;
const NOBODY = 'unnamed';

/**
 * The name of the file that holds a person's annotations of a letter, beside
 * the letter: `letter.txt.Mary_Ann.anno.jsonl`. Letters and digits of any
 * script and the hyphen stay, blanks become `_`, everything else `%` and
 * its UTF-8 bytes. A very long name loses its end; an empty one is `unnamed`.
 */
export function annotationFileName(letterFileName: string, person: string): string {
  return `${letterFileName}.${slugOf(person)}${ANNOTATION_FILE_ENDING}`;
}

/** The letter and the person of an annotation file's name; `null` for the name of any other file. */
export function personOf(fileName: string): { readonly letterFileName: string; readonly person: string } | null {
  if (!fileName.endsWith(ANNOTATION_FILE_ENDING)) return null;
  const name = fileName.slice(0, -ANNOTATION_FILE_ENDING.length);
  const dot = name.lastIndexOf('.');
  // Nobody's name is empty, and no letter's.
  if (dot <= 0 || dot === name.length - 1) return null;
  return { letterFileName: name.slice(0, dot), person: personOfSlug(name.slice(dot + 1)) };
}

function slugOf(person: string): string {
  const name = person.normalize('NFC').replace(/\s+/g, ' ').trim();
  let slug = '';
  for (const sign of name) {
    const next = /[\p{L}\p{M}\p{N}-]/u.test(sign) ? sign : sign === ' ' ? '_' : percent(sign);
    if (bytes(slug + next).length > SLUG_BYTES) break;
    slug += next;
  }
  return slug || NOBODY;
}

function personOfSlug(slug: string): string {
  const spaced = slug.normalize('NFC').replaceAll('_', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // A file that somebody named by hand.
    return spaced;
  }
}

function percent(sign: string): string {
  return Array.from(bytes(sign), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
