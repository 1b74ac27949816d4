import { readLetters } from '../../server/src/letter';
import { checkLetters, type Finding, type RuleLevels } from '../../server/src/rules';
import { DEFECTS } from './defects';
import { plant, type Planted } from './planting';
import { Random, seedOf } from './random';
import { sourceOf } from './source';

/** What came of one rule's plantings in one letter. */
export interface Measured {
  readonly planted: number;
  readonly found: number;
  readonly elsewhere: number;
  /** Codes of other rules that found something new, of the plantings that were looked at for it. */
  readonly others: readonly string[];
  readonly missed: readonly { readonly form: string; readonly excerpt: string }[];
  readonly strayed: readonly { readonly form: string; readonly excerpt: string }[];
}

/** The letters of a text, untouched: the findings of every rule, those that ship `off` included. */
export function untouched(text: string, off: readonly string[]): Finding[] {
  return checkLetters(text, readLetters(text), Object.fromEntries(off.map((code) => [code, 'hint'] as const)));
}

/** Plants a rule's defects in the letters of a text, at most `most` of them, and counts what is found. */
export function measure(name: string, text: string, code: string, codes: readonly string[], before: readonly Finding[], most: number): Measured {
  const defect = DEFECTS[code];
  const random = new Random(seedOf(`${name} ${code}`));
  const all = defect ? readLetters(text).flatMap((letter) => defect(sourceOf(text, letter), random)) : [];
  const chosen = random.some(all, most);
  const alone: RuleLevels = Object.fromEntries(codes.map((each) => [each, each === code ? 'hint' : 'off'] as const));
  const own = before.filter((finding) => finding.code === code);
  let planted = 0;
  let found = 0;
  let elsewhere = 0;
  const others: string[] = [];
  const missed: { form: string; excerpt: string }[] = [];
  const strayed: { form: string; excerpt: string }[] = [];
  chosen.forEach((planting, nth) => {
    const after = plant(text, planting);
    if (own.some(({ span }) => after.expected.some((place) => overlap({ start: after.moved(span.start), end: after.moved(span.end) }, place)))) return;
    planted += 1;
    // Rules do not hear of each other, so one letter in many runs is enough to see what else a planting sets off.
    const findings = checkLetters(after.text, readLetters(after.text), nth === 0 ? { [code]: 'hint' } : alone);
    const fresh = newFindings(findings, before, after);
    const ours = fresh.filter((finding) => finding.code === code);
    const right = ours.some(({ span }) => after.expected.some((place) => overlap(span, place)));
    const astray = ours.filter(({ span }) => !after.expected.some((place) => overlap(span, place)));
    if (right) found += 1;
    else missed.push({ form: planting.form, excerpt: excerpt(after, planting.form) });
    elsewhere += astray.length;
    if (astray.length > 0) {
      const { span } = astray[0]!;
      strayed.push({ form: planting.form, excerpt: `${after.text.slice(Math.max(0, span.start - 50), span.start)}⟦${after.text.slice(span.start, span.end)}⟧${after.text.slice(span.end, span.end + 30)}`.replace(/\s+/g, ' ') });
    }
    if (nth === 0) others.push(...fresh.filter((finding) => finding.code !== code).map((finding) => finding.code));
  });
  return { planted, found, elsewhere, others, missed, strayed };
}

/** Findings that were not there before the planting. */
function newFindings(findings: readonly Finding[], before: readonly Finding[], after: Planted): Finding[] {
  const old = new Set(before.map(({ code, span }) => `${code} ${after.moved(span.start)}`));
  const oldEnds = new Set(before.map(({ code, span }) => `${code} ${after.moved(span.end)}`));
  const known = ({ code, span }: Finding): boolean => old.has(`${code} ${span.start}`) || oldEnds.has(`${code} ${span.end}`);
  // At the place of the defect nothing is old: what stood there may have been a finding of its own.
  return findings.filter((finding) => !known(finding) || after.expected.some((place) => overlap(finding.span, place)));
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function excerpt({ text, expected }: Planted, form: string): string {
  const place = expected[0] ?? { start: 0, end: 0 };
  const around = `${text.slice(Math.max(0, place.start - 100), place.start)}⟦${text.slice(place.start, place.end)}⟧${text.slice(place.end, place.end + 80)}`;
  return `[${form}] ${around.replace(/\s+/g, ' ')}`;
}
