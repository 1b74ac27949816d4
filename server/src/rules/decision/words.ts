import type { Span } from '../../letter';

/** A word, number or mark of a letter in small letters, with its place: half-open, UTF-16 code units. */
export interface Word extends Span {
  readonly word: string;
}

const PIECES = /[A-Za-z]+(?:['’][A-Za-z]{1,3}\b)?|\d+(?:[.,/]\d+)*|[^\sA-Za-z\d]/g;

/** Marks that say nothing here: hyphens, and what extraction leaves in their place. */
const SILENT = /^[-‐-―\u00AD\uFFFE\uFFFD*•_~`=+<>]$/;

/** Behind it `IF` is the name of a device. */
const DEVICE = /^\s{0,4}(?:[-,.)/;:]|\d|[IV]{1,3}\b|units?\b|stim|devices?\b|machine|therapy|treatment|rental|is\b|supplies|for\b|\()/i;

/** A line ends inside a word, and the word is one that decides: `consi-` / `dered`. */
const CUT = /^[-\u2010\u00ad\ufffe][ \t]{0,4}[\r\n\f]\s{0,6}([a-z]{2,12})/;
const WHOLE: ReadonlySet<string> = new Set(
  'necessary unnecessary necessity medically medical considered determined established demonstrated certified approved authorized overturned upheld denied recommended supported indicated appropriate reasonable warranted justified therefore request requested treatment cannot found deemed'.split(' '),
);

/** Words glued together by extraction (observed in letters), and the length of the first. */
const GLUED: Readonly<Record<string, number>> = { medicallynecessary: 9, notmedically: 3, isnot: 2, arenot: 3, wasnot: 3, requestis: 7, ismedically: 2, necessaryand: 9 };

/**
 * The words of a stretch of text in order. Line breaks, hyphens and soft
 * hyphens part words and are left out; `cannot` is one word, `isn't` is `is`
 * and `not`. Time linear in the stretch.
 */
export function wordsIn(text: string, within: Span): Word[] {
  const words: Word[] = [];
  let joinedTo = within.start;
  for (const piece of text.slice(within.start, within.end).matchAll(PIECES)) {
    const word = piece[0].toLowerCase().replace('’', "'");
    const start = within.start + piece.index;
    const end = start + word.length;
    if (start < joinedTo) continue;
    const rest = word.length > 1 ? CUT.exec(text.slice(end, Math.min(within.end, end + 24))) : null;
    if (rest !== null && WHOLE.has(word + rest[1]!)) {
      joinedTo = end + rest[0].length;
      words.push({ word: word + rest[1]!, start, end: joinedTo });
      continue;
    }
    if (SILENT.test(word)) continue;
    // "IF unit": interferential, and no condition.
    if (piece[0] === 'IF' && DEVICE.test(text.slice(end, Math.min(within.end, end + 24)))) {
      words.push({ word: 'interferential', start, end });
      continue;
    }
    const cut = Object.hasOwn(GLUED, word) ? GLUED[word] : /[a-z]n't$/.test(word) && word !== "can't" ? word.length - 3 : undefined;
    if (cut === undefined) words.push({ word: known(word), start, end });
    else words.push({ word: word.slice(0, cut), start, end: start + cut }, { word: known(word.slice(cut)), start: start + cut, end });
  }
  return words;
}

/** Slips and shorter forms of the words that decide. */
function known(word: string): string {
  if (word === "n't") return 'not';
  if (word === "can't") return 'cannot';
  if (word.startsWith('nec') && /^nec{1,2}es{1,2}[ae]?r{0,2}y$/.test(word)) return 'necessary';
  if (word.startsWith('medic') && /^medicall?y$/.test(word)) return 'medically';
  if (word.startsWith('authoris')) return `authoriz${word.slice(8)}`;
  if (word === '“' || word === '”') return '"';
  return word;
}
