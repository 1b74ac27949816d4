import type { Span } from '../../letter';
import { HYPHEN } from './numerals';

/** A part of the body that a stretch of text names. */
export interface Region {
  readonly region: string;
  /** Itself and the parts that letters use for it. */
  readonly near: readonly string[];
  readonly span: Span;
  /** Named by vertebrae only. */
  readonly level: boolean;
}

/** Vertebral levels as written, and the vertebrae they mean. */
export interface Levels {
  readonly span: Span;
  readonly vertebrae: readonly string[];
}

const ARM = ['neck', 'arm', 'shoulder', 'elbow', 'wrist', 'hand'];
const LEG = ['low back', 'leg', 'hip', 'knee', 'ankle', 'foot'];
/** Name, words, and the other parts that may stand for it. Source: observed in letters. */
const REGIONS: readonly (readonly [string, string, readonly string[]])[] = [
  ['neck', 'neck|cervical|cervico\\w*|c[\\s/-]+spine', ['arm']],
  ['upper back', 'thoracic|t[\\s/-]+spine|upper\\s+back|mid(?:dle)?[\\s-]*back', ['back']],
  ['low back', 'lumbar|lumbo-?sacral|low(?:er)?\\s+back|l[\\s/-]+spine', ['back', 'pelvis', 'hip', 'leg']],
  ['back', 'back', ['upper back', 'low back', 'pelvis']],
  ['pelvis', 'sacro-?iliac|si\\s+joints?|sacr(?:al|um)|pelvi[cs]|groin|coccyx|gluteal|buttocks?', ['low back', 'back', 'hip']],
  ['head', 'head|brain|skull|cranial', ['jaw']],
  ['jaw', 'jaw|tmj|temporomandibular|mandib\\w+', ['head']],
  ['chest', 'chest|ribs?|sternum', []],
  ['abdomen', 'abdom\\w+', []],
  ['arm', 'arms?|upper\\s+extremit\\w+|forearms?|[lr]ue|bue', ARM],
  ['leg', 'legs?|lower\\s+extremit\\w+|thighs?|calf|[lr]le|ble', LEG],
  ['shoulder', 'shoulders?', ['arm']],
  ['elbow', 'elbows?', ['arm']],
  ['wrist', 'wrists?', ['arm', 'hand']],
  ['hand', 'hands?|fingers?|thumbs?', ['arm', 'wrist']],
  ['hip', 'hips?', ['leg', 'pelvis', 'low back']],
  ['knee', 'knees?', ['leg']],
  ['ankle', 'ankles?', ['leg', 'foot']],
  ['foot', 'foot|feet|toes?|heels?', ['leg', 'ankle']],
];
const WORDS = new RegExp(`(?<![\\w-])(?:${REGIONS.map(([, words], at) => `(?<r${at}>${words})`).join('|')})(?![\\w-])(?!\\s+(?:pain|injur\\w+|syndrome|symptoms?|condition|complaints?|strain|sprain|radiculopathy|radicul\\w+|dysfunction|derangement|disorders?|chapter|guidelines?|held|to\\b))`, 'gi');

/** One vertebra, also as extraction spells it (`L5-Sl`). */
const VERTEBRA = '[ctls]\\d{1,2}|s[lI]';
const LEVELS = new RegExp(`(?<![\\w-])(?:${VERTEBRA})(?:\\s?(?:${HYPHEN}|/|through|to)\\s{0,4}(?:${VERTEBRA}|\\d{1,2})(?!\\d|\\s?(?:weeks?|times?|sessions?|visits?|mg)))?(?!\\w)`, 'gi');
const SPINE = ['c', 't', 'l', 's'] as const;
const LENGTHS = { c: 7, t: 12, l: 5, s: 5 } as const;
const ORDER = SPINE.flatMap((part) => Array.from({ length: LENGTHS[part] }, (_, at) => `${part}${at + 1}`));
const OF_LEVEL: Readonly<Record<string, string>> = { c: 'neck', t: 'upper back', l: 'low back', s: 'low back' };

/** The parts of the body in a stretch of text, in order; half-open, UTF-16 code units. */
export function regionsIn(text: string, within: Span): Region[] {
  const words = text.slice(within.start, within.end);
  const named = [...words.matchAll(WORDS)].flatMap((found): Region[] => {
    const [region, , near] = REGIONS[REGIONS.findIndex((_, at) => found.groups?.[`r${at}`] !== undefined)] ?? [];
    const start = within.start + found.index;
    return region === undefined ? [] : [{ region, near: [region, ...(near ?? [])], span: { start, end: start + found[0].length }, level: false }];
  });
  const levels = vertebraeIn(text, within).flatMap(({ span, vertebrae }): Region[] =>
    [...new Set(vertebrae.map((vertebra) => OF_LEVEL[vertebra.charAt(0)]!))].map((region) => ({ region, near: [region, 'back', 'pelvis', 'hip', 'arm', 'leg'], span, level: true })),
  );
  return [...named, ...levels].sort((a, b) => a.span.start - b.span.start);
}

/** The text without the words for parts of the body. */
export function withoutRegions(words: string): string {
  return words.replace(WORDS, ' ');
}

/** The vertebral levels in a stretch of text, in order: "L4-5", "C5-C6", "L5-S1", "T12". */
export function vertebraeIn(text: string, within: Span): Levels[] {
  return [...text.slice(within.start, within.end).matchAll(LEVELS)].flatMap((found): Levels[] => {
    const names = found[0].toLowerCase().replace(/s[l]/g, 's1').match(/[ctls]?\d{1,2}/g) ?? [];
    const first = ORDER.indexOf(names[0] ?? '');
    const second = names[1] === undefined ? first : ORDER.indexOf(/^\d/.test(names[1]) ? `${names[0]!.charAt(0)}${names[1]}` : names[1]);
    // "L5-6" names a vertebra that few people have.
    if (first < 0 || (second >= 0 && second < first)) return [];
    const start = within.start + found.index;
    return [{ span: { start, end: start + found[0].length }, vertebrae: second < 0 ? [names[0]!, names[1]!] : ORDER.slice(first, second + 1) }];
  });
}
