const LETTER_OR_DIGIT = '[\\p{L}\\p{N}]';
const BEFORE = `(?<!${LETTER_OR_DIGIT})`;
const BEHIND = `(?!${LETTER_OR_DIGIT})`;

/** Finds words that are to be masked, as the fix that masks them in a letter does: over any white space, as words of their own. */
export class MaskedWords {
  private readonly whole: RegExp[];
  private readonly heads: RegExp[];
  private readonly tails: RegExp[];
  private readonly written: RegExp[];

  constructor(
    words: readonly string[],
    private readonly mask: string,
  ) {
    const folded = words.map((each) => each.replace(/\s+/g, ' ').trim());
    // A name stands in capitals as well; in small letters it may be an ordinary word.
    const wanted = [...new Set(folded.flatMap((each) => (flags(each).includes('i') ? [each] : [each, each.toUpperCase()])))].filter((each) => each !== '').sort((a, b) => b.length - a.length);
    this.whole = wanted.map((each) => new RegExp(`${BEFORE}${pattern(each)}${BEHIND}`, `g${flags(each)}`));
    this.heads = wanted.flatMap((each) => partial(each, (length) => each.slice(0, length), (parts) => `${BEFORE}(?:${parts})$`));
    this.tails = wanted.flatMap((each) => partial(each, (length) => each.slice(-length), (parts) => `^(?:${parts})${BEHIND}`));
    this.written = wanted.map((each) => new RegExp(`(?<=^|[^\\p{L}\\p{N}]|\\\\[bfnrt]|\\\\u[0-9a-fA-F]{4})${writtenPattern(each)}${BEHIND}`, `g${flags(each)}`));
  }

  /** Where they stand in a text, in its order; of two that overlap the longer one. */
  find(text: string): { readonly start: number; readonly end: number }[] {
    const found: { start: number; end: number }[] = [];
    for (const each of this.whole) {
      for (const match of text.matchAll(each)) {
        const span = { start: match.index, end: match.index + match[0].length };
        if (!found.some(({ start, end }) => span.start < end && start < span.end)) found.push(span);
      }
    }
    return found.sort((a, b) => a.start - b.start);
  }

  /** The text with the mask in their places. */
  masked(text: string): string {
    return this.whole.reduce((rest, each) => rest.replace(each, () => this.mask), text);
  }

  /** The same for a text of JSON that cannot be read: in whatever way its signs are written. */
  maskedAsWritten(text: string): string {
    return this.written.reduce((rest, each) => rest.replace(each, () => this.mask), text);
  }

  /** How many code units at the start of a cut text are the end of one of them. */
  tailAt(text: string): number {
    return Math.max(0, ...this.tails.map((each) => each.exec(text)?.[0].length ?? 0));
  }

  /** How many code units at the end of a cut text are the beginning of one of them. */
  headAt(text: string): number {
    return Math.max(0, ...this.heads.map((each) => each.exec(text)?.[0].length ?? 0));
  }
}

/** A single word may be an ordinary one when it is written small; numbers, addresses and full names are not. */
function flags(words: string): string {
  return /[\d@ ]/.test(words) ? 'iu' : 'u';
}

function partial(words: string, part: (length: number) => string, whole: (parts: string) => string): RegExp[] {
  const parts: string[] = [];
  for (let length = words.length - 1; length > 0; length--) {
    const piece = part(length);
    // Half of a surrogate pair would be no pattern.
    if (piece === piece.trim() && !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(piece)) parts.push(pattern(piece));
  }
  return parts.length === 0 ? [] : [new RegExp(whole(parts.join('|')), flags(words))];
}

function pattern(words: string): string {
  return words.split(' ').map(escaped).join('\\s+');
}

/** Each sign as it is or as JSON may write it. */
function writtenPattern(words: string): string {
  return Array.from(words, (sign) => (sign === ' ' ? '(?:\\s|\\\\[fnrt]|\\\\u(?:0009|000[aAdD]|00[aA]0|2028|2029))+' : `(?:${escaped(sign)}|${unicodeEscape(sign)}${/["\\/]/.test(sign) ? `|\\\\${escaped(sign)}` : ''})`)).join('');
}

function unicodeEscape(sign: string): string {
  let escape = '';
  for (let unit = 0; unit < sign.length; unit++) {
    const digits = sign.charCodeAt(unit).toString(16).padStart(4, '0');
    escape += `\\\\u${digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`;
  }
  return escape;
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
