import { REQUEST_LENGTH } from '../../annotations/model';
import { CONTEXT_LENGTH } from '../../annotations/selectors';
import type { MaskInFileParams } from '../annotation-requests';
import { MaskedWords } from './masked-words';

/** Names of things and of people who speak, and times: never words of a letter. */
const STAYS: ReadonlySet<string> = new Set(['@context', 'id', 'type', 'motivation', 'purpose', 'creator', 'created', 'modified', 'source', 'imr:kind', 'imr:field', 'imr:contentHash', 'imr:placed', 'code', 'by', 'on']);

/**
 * A file beside a letter (annotations, ignored findings) with words masked as
 * they are masked in the letter: in quotes and what stands around them, in
 * requests, in what people wrote, in what cannot be read. A quote that shares
 * a part with masked words says what the masked letter says there; the words
 * around a quote that are cut inside of them lose that part. Positions stay,
 * as their text is gone. Lines without such words stay as they are written.
 */
export function maskedFile({ text, words, mask }: MaskInFileParams): string {
  const masked = new MaskedWords(words, mask);
  return text.split('\n').map((line) => maskedLine(line, masked, mask)).join('\n');
}

function maskedLine(line: string, words: MaskedWords, mask: string): string {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    const masked = maskedValue(value, words, mask);
    return masked === value ? line : `${line.startsWith('\uFEFF') ? '\uFEFF' : ''}${JSON.stringify(masked)}${line.endsWith('\r') ? '\r' : ''}`;
  } catch {
    // No JSON, or nested too deeply.
    return words.maskedAsWritten(line);
  }
}

/** The very same value where it holds none of the words. */
function maskedValue(value: unknown, words: MaskedWords, mask: string): unknown {
  if (typeof value === 'string') return words.masked(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => maskedValue(part, words, mask));
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, part]): [string, unknown] => [key, STAYS.has(key) || isName(value, key) ? part : key === 'request' && typeof part === 'string' ? request(part, words) : maskedValue(part, words, mask)]);
  const changed = { ...Object.fromEntries(parts), ...quote(value as Record<string, unknown>, words, mask) } as Record<string, unknown>;
  return Object.entries(value).some(([key, part]) => changed[key] !== part) ? changed : value;
}

/** The value of a label or a verdict is its name. */
function isName(body: object, key: string): boolean {
  const { purpose } = body as { readonly purpose?: unknown };
  return key === 'value' && (purpose === 'tagging' || purpose === 'assessing');
}

function request(words: string, masks: MaskedWords): string {
  // Cut at its end where it is as long as requests are kept (a blank there is not kept).
  const cut = Array.from(words).length >= REQUEST_LENGTH - 1 ? masks.headAt(words) : 0;
  return masks.masked(words.slice(0, words.length - cut)).trimEnd();
}

interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The quote of the masked letter: words that are masked across an end of the passage are no longer in it, unless it is all theirs. */
function quote({ exact, prefix, suffix }: Partial<Record<keyof Quote, unknown>>, words: MaskedWords, mask: string): Quote | undefined {
  if (typeof exact !== 'string' || typeof prefix !== 'string' || typeof suffix !== 'string') return undefined;
  const from = isCut(prefix) ? words.tailAt(prefix + exact) : 0;
  const to = isCut(suffix) ? words.headAt(exact + suffix) : 0;
  const text = prefix + exact + suffix;
  let [start, end] = [prefix.length, prefix.length + exact.length];
  // What is cut at an outer end and reaches into the passage is masked with it.
  const whole = words.find(text);
  const found = [...(from > 0 ? [{ start: 0, end: from, cut: true }] : []), ...whole.filter((span) => span.start >= from && span.end <= text.length - to).map((span) => ({ ...span, cut: false })), ...(to > 0 ? [{ start: text.length - to, end: text.length, cut: true }] : [])];
  if (found.length === 0) return undefined;
  let masked = '';
  let at = 0;
  let [first, last] = [-1, -1];
  for (const span of [...found, { start: text.length, end: text.length, cut: true }]) {
    if (first < 0 && start <= span.start) first = masked.length + start - at;
    if (last < 0 && end <= span.start) last = masked.length + end - at;
    masked += text.slice(at, span.start);
    const before = masked.length;
    const outside = span.cut && (span.end <= start || span.start >= end);
    if (!outside && span.start < span.end) masked += mask;
    const all = span.start <= start && end <= span.end;
    if (first < 0 && start < span.end) first = all ? before : masked.length;
    if (last < 0 && end < span.end) last = all ? masked.length : before;
    at = span.end;
  }
  if (first < 0) first = masked.length;
  if (last < first) last = masked.length;
  [start, end] = [first, last];
  return { exact: masked.slice(start, end), prefix: masked.slice(0, start), suffix: masked.slice(end) };
}

function isCut(context: string): boolean {
  return Array.from(context).length >= CONTEXT_LENGTH;
}
