import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completionsAt } from '../../server/src/features/completion';
import { catalogue, citationsOf } from '../../server/src/guidelines';
import { readLetters } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';
import { CA, letter, RATIONALE, REVIEWER } from './rule-letters';

const HEADER = 'Case Number: CM16-0000007\nDecision Date: 01/13/2017\nUR Denial Date: DENIED\n\n';

interface Case {
  readonly name: string;
  /** The reviewer's field with a mark (`¦`) at the place; it is the last of a letter of 2016 or of 2014. */
  readonly field: string;
  readonly layout?: '2014' | '2016';
  /** The day of the denial, where the letter has one. */
  readonly denied?: string;
  /** The first labels offered, in order; all of them where `all`. */
  readonly labels: readonly string[];
  readonly all?: boolean;
  readonly not?: readonly string[];
  /** The field after the first is taken. */
  readonly after?: string;
  readonly colonTyped?: boolean;
}

function check({ name, field, layout = '2016', denied, labels, all = false, not = [], after, colonTyped = false }: Case): void {
  const marked = layout === '2014' ? letterText({ reviewer: field }) : letter('Cane: Upheld', CA, `MAXIMUS guideline: ${field}`, RATIONALE);
  const text = (denied === undefined ? '' : HEADER.replace('DENIED', denied)) + marked;
  const offset = text.indexOf('¦');
  const whole = text.replace('¦', '');
  const letters = readLetters(whole);
  assert.equal(letters[0]?.layout, layout, name);
  const completions = completionsAt(whole, letters, offset, { snippets: true, colonTyped }).sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  for (const { span, label, filterText } of completions) {
    assert.ok(span.start <= offset && offset <= span.end, name);
    assert.ok((filterText ?? label).replace(/\s+/g, ' ').toLowerCase().startsWith(whole.slice(span.start, offset).replace(/\s+/g, ' ').trim().toLowerCase()), `${name}: ${label}`);
  }
  const offered = completions.map(({ label }) => label);
  assert.deepEqual(all ? offered : offered.slice(0, labels.length), labels, name);
  for (const label of not) assert.ok(!offered.includes(label), `${name}: ${label}`);
  if (after === undefined) return;
  const { span, newText } = completions[0]!;
  const taken = whole.slice(0, span.start) + newText + whole.slice(span.end);
  assert.ok(taken.includes(`MAXIMUS guideline: ${after}\n`), `${name}: ${taken.slice(span.start - 60, span.start + 80)}`);
}

const MTUS = 'Decision based on MTUS ';

const CASES: readonly Case[] = [
  { name: 'names that governed first', field: `${MTUS}Ch¦`, denied: '11/17/2016', labels: ['Chronic Pain Medical Treatment 2016', 'Chronic Pain Medical Treatment 2009'], all: true, after: `${MTUS}Chronic Pain Medical Treatment 2016` },
  { name: 'of the day of the denial', field: `${MTUS}Ch¦`, denied: '05/17/2016', labels: ['Chronic Pain Medical Treatment 2009'], all: true },
  { name: 'of the years of the layout, without dates', field: `${MTUS}Chro¦.`, labels: ['Chronic Pain Medical Treatment 2016'] },
  { name: 'none that came later', field: `${MTUS}Low¦`, labels: ['Low Back Complaints 2004'], all: true },
  { name: 'all of them, with nothing typed', field: `${MTUS}¦`, labels: [], not: ['Low Back Disorders 2016', 'Decision based on MTUS …'] },
  { name: 'before the rest of the statement', field: `${MTUS}Low¦, Section(s): Summary.`, labels: ['Low Back Complaints 2004'], after: `${MTUS}Low Back Complaints 2004, Section(s): Summary.` },
  { name: 'a further one', field: `${MTUS}Low Back Complaints 2004, and Kn¦`, labels: ['Knee Complaints 2004'], after: `${MTUS}Low Back Complaints 2004, and Knee Complaints 2004` },
  { name: 'a further one behind sections', field: `${MTUS}Low Back Complaints 2004, Section(s): Summary, and Kn¦`, labels: ['Knee Complaints 2004'] },
  { name: 'sections behind the name', field: `${MTUS}Low Back Complaints 2004, S¦`, labels: [', Section(s): Initial Care', ', Section(s): Physical Methods'], after: `${MTUS}Low Back Complaints 2004, Section(s): Initial Care` },
  { name: 'sections behind their label, as its colon asks for them', field: `${MTUS}Low Back Complaints 2004, Section(s):¦`, colonTyped: true, labels: ['Initial Care'], after: `${MTUS}Low Back Complaints 2004, Section(s): Initial Care` },
  { name: 'a section begun', field: `${MTUS}Low Back Complaints 2004, Section(s): Fol¦`, labels: ['Follow-up Visits'], all: true, after: `${MTUS}Low Back Complaints 2004, Section(s): Follow-up Visits` },
  { name: 'a further section, none twice', field: `${MTUS}Low Back Complaints 2004, Section(s): Initial Care, ¦`, labels: ['Physical Methods'], not: ['Initial Care'], after: `${MTUS}Low Back Complaints 2004, Section(s): Initial Care, Physical Methods` },
  { name: 'a section with a comma in its name', field: `${MTUS}Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI¦`, labels: ['NSAIDs, GI symptoms & cardiovascular risk'], all: true },
  { name: 'names in the style of 2014', layout: '2014', field: `${MTUS}ACOEM Chapter 1¦`, labels: ['ACOEM Chapter 1 Prevention', 'ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints'].slice(0, 1) },
  { name: 'topics with their pages, in the style of 2014', layout: '2014', field: `${MTUS}Chronic Pain Treatment Guidelines Mass¦`, labels: ['Massage therapy Page(s): 60'], after: `${MTUS}Chronic Pain Treatment Guidelines Massage therapy Page(s): 60` },
  { name: 'pages behind a topic', layout: '2014', field: `${MTUS}Chronic Pain Treatment Guidelines Massage therapy ¦`, labels: ['Page(s): 60'], after: `${MTUS}Chronic Pain Treatment Guidelines Massage therapy Page(s): 60` },
  { name: 'pages behind their label', layout: '2014', field: `${MTUS}Chronic Pain Treatment Guidelines Page(s): 6¦`, labels: ['60'], not: ['1-11'] },
  { name: 'chapters of the ODG', field: 'Decision based on Non-MTUS Citation ODG, Kn¦', labels: ['Official Disability Guidelines (ODG), Knee & Leg'], all: true, after: 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg' },
  { name: 'nothing behind the end of a statement', field: `${MTUS}Low Back Complaints 2004. C¦`, labels: [], all: true },
  { name: 'nothing inside a word', field: `${MTUS}L¦ow Back Complaints 2004.`, labels: [], all: true },
  { name: 'nothing before more words', field: `${MTUS}Low ¦ Back Complaints 2004.`, labels: [], all: true },
  { name: 'nothing for what no guideline is called', field: `${MTUS}Kneecap¦`, labels: [], all: true },
];

for (const each of CASES) test(`completion of guidelines: ${each.name}`, () => check(each));

test('completion of guidelines: not in a rationale', () => {
  const text = letter('Cane: Upheld', CA, REVIEWER, 'Decision rationale: The decision based on MTUS Low');
  assert.deepEqual(completionsAt(text, readLetters(text), text.trimEnd().length, { snippets: true }), []);
});

for (const [layout, denied] of [['2014', undefined], ['2016', '11/17/2016'], ['2016', '11/17/2019']] as const) {
  test(`completion of guidelines: each name is read as the guideline it stands for (${layout}, ${denied})`, () => {
    const ofField = (field: string): string => (denied === undefined ? '' : HEADER.replace('DENIED', denied)) + (layout === '2014' ? letterText({ reviewer: field }) : letter('Cane: Upheld', CA, `MAXIMUS guideline: ${field}`, RATIONALE));
    for (const statement of [MTUS, 'Decision based on Non-MTUS Citation ']) {
      const marked = ofField(`${statement}¦`);
      const text = marked.replace('¦', '');
      const names = completionsAt(text, readLetters(text), marked.indexOf('¦'), { snippets: true });
      assert.ok(names.length > 10, `${names.length}`);
      for (const { label, detail } of names) {
        const written = ofField(`${statement}${label}.`);
        const [item] = readLetters(written)[0]!.items;
        const cited = citationsOf(written, item!).filter(({ field }) => field === 'reviewerGuideline');
        const entry = catalogue().guideline(cited[0]?.guideline ?? null);
        assert.equal(cited.length, 1, label);
        assert.equal(entry?.title ?? entry?.name, detail, label);
      }
    }
  });
}
