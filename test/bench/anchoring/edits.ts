import { readLetters, type DisputedItem, type Span } from '../../../server/src/letter';
import { assembled, replaced, then, type Edited, type Piece } from './edited';
import type { Random } from './random';

/** An edit of the trial; `null` where a text gives no occasion for it. */
export type TrialEdit = (text: string, random: Random) => Edited | null;

const HEADER = [
  'Case Number: CM16-0000042          Date Assigned: 12/02/2016',
  'Date of Injury: 03/04/2011         Decision Date: 01/13/2017',
  'Priority: Standard                 UR Denial Date: 11/17/2016',
  'Application Received: 11/28/2016',
  '',
  '',
].join('\n');

const words = ['therapy', 'upper', 'the', 'seven', 'lumbar', 'denied', 'with', 'function', 'not', 'December', 'treatment', 'left'];

export const EDITS: Readonly<Record<string, TrialEdit>> = {
  'header pasted in': (text) => assembled(text, [{ put: HEADER }, { keep: { start: 0, end: text.length } }]),
  'first item deleted': (text) => {
    const [first] = itemsOf(text);
    return first === undefined ? null : without(text, wholeItem(text, first));
  },
  'items swapped': (text, random) => {
    const items = itemsOf(text);
    if (items.length < 2) return null;
    const one = random(items.length - 1);
    const other = one + 1 + random(items.length - one - 1);
    const [a, b] = [wholeItem(text, items[one] as DisputedItem), wholeItem(text, items[other] as DisputedItem)];
    return assembled(text, [{ keep: { start: 0, end: a.start } }, { keep: b }, { keep: { start: a.end, end: b.start } }, { keep: a }, { keep: { start: b.end, end: text.length } }]);
  },
  'dates masked': (text) => replaced(text, /\b\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})\b/g, () => 'XX/XX/XXXX'),
  'double spacing removed': (text) => replaced(text, /\n[ \t]*\n+|[ \t]{2,}/g, ([found]) => (found.includes('\n') ? '\n' : ' ')),
  'LF to CRLF': (text) => replaced(text, /\r?\n/g, () => '\r\n'),
  'typographical clean-up': (text) =>
    replaced(text, /[ \t]+([.,;])|([A-Za-z])-[ \t]*\n+[ \t]*(?=[a-z])|'|"|[ \t]{2,}|[ \t]-[ \t]|[\u00ad\ufffe]|\.\.\.|([.,])(?=[A-Z][a-z])/g, (match) => cleaned(match)),
  '5 % of the words changed': (text, random) => replaced(text, /[A-Za-z]+/g, ([word]) => (random(20) === 0 ? changedWord(word, random) : null)),
  'a paragraph duplicated': (text, random) => duplicated(text, random),
  'item copied and pasted': (text, random) => {
    const items = itemsOf(text);
    if (items.length === 0) return null;
    const whole = wholeItem(text, items[random(items.length)] as DisputedItem);
    return pasted(text, whole, random(2) === 0 ? whole.end : wholeItem(text, items[random(items.length)] as DisputedItem).end);
  },
  'all of it': (text, random) => {
    let done = assembled(text, [{ keep: { start: 0, end: text.length } }]);
    for (const name of ['header pasted in', 'items swapped', 'dates masked', '5 % of the words changed', 'a paragraph duplicated', 'typographical clean-up', 'double spacing removed', 'LF to CRLF']) {
      const next = EDITS[name]?.(done.text, random) ?? null;
      if (next !== null) done = then(done, next);
    }
    return done;
  },
};

function itemsOf(text: string): DisputedItem[] {
  return readLetters(text).flatMap(({ items }) => items);
}

/** An item with the white space behind it. */
function wholeItem(text: string, { span }: DisputedItem): Span {
  return { start: span.start, end: span.end + text.slice(span.end).search(/\S|$/) };
}

function without(text: string, gone: Span): Edited {
  return assembled(text, [{ keep: { start: 0, end: gone.start } }, { keep: { start: gone.end, end: text.length } }]);
}

function pasted(text: string, copy: Span, at: number): Edited {
  const words = text.slice(copy.start, copy.end);
  return assembled(text, [{ keep: { start: 0, end: at } }, { put: words }, { keep: { start: at, end: text.length } }] satisfies Piece[]);
}

/** A field, or some lines: pasted right behind itself, right before itself, or before any other line. */
function duplicated(text: string, random: Random): Edited | null {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)].filter((at) => at < text.length);
  const fields = itemsOf(text).flatMap(({ fields: all }) => all.map(({ label, body }) => ({ start: label.start, end: body.end })));
  let copy = fields[random(fields.length * 2)];
  if (copy === undefined) {
    const from = random(lineStarts.length);
    copy = { start: lineStarts[from] ?? 0, end: lineStarts[from + 3 + random(8)] ?? text.length };
  } else {
    copy = { start: copy.start, end: copy.end + text.slice(copy.end).search(/\S|$/) };
  }
  const { start, end } = copy;
  const others = lineStarts.filter((at) => at < start || at > end);
  const way = random(5);
  return pasted(text, copy, way < 2 ? end : way === 2 ? start : (others[random(others.length)] ?? end));
}

function cleaned([found, mark, letter, glued]: RegExpMatchArray): string {
  if (mark !== undefined) return mark;
  if (letter !== undefined) return letter;
  if (glued !== undefined) return `${glued} `;
  if (found === "'") return '\u2019';
  if (found === '"') return '\u201d';
  if (found === '...') return '\u2026';
  if (/[\u00ad\ufffe]/.test(found)) return '-';
  return found.includes('-') ? ' \u2013 ' : ' ';
}

function changedWord(word: string, random: Random): string {
  const at = random(word.length);
  switch (random(4)) {
    case 0:
      return words[random(words.length)] ?? word;
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return `${word} ${words[random(words.length)] ?? ''}`;
    default:
      return word.slice(0, at) + (word[at] ?? '') + word.slice(at);
  }
}
