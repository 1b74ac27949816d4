import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetters, cleanupFixes, fixesOf, NOISE_RULES, RULES, safeFixes, type Finding } from '../../server/src/rules';
import { applied } from './rule-arrangements';
import { CA, letter, REVIEWER } from './rule-letters';

const OTHERS_OFF = Object.fromEntries(RULES.filter((rule) => !NOISE_RULES.includes(rule)).map(({ code }) => [code, 'off' as const]));

/** `marked` stands in the rationale, each finding between « and »; `fixed` is what the clean-up makes of it. */
interface Case {
  readonly marked: string;
  /** The codes in text order; none where nothing is marked. */
  readonly codes?: readonly string[];
  readonly fixed?: string;
}

const before = 'Decision rationale: ';
const after = ' Therefore, the request is not medically necessary.';

function rationaleOf(text: string): string {
  return text.slice(text.lastIndexOf(before) + before.length, text.lastIndexOf(after));
}

function findingsOf(text: string): Finding[] {
  return checkLetters(text, readLetters(text), OTHERS_OFF);
}

function check({ marked, codes = [], fixed = marked }: Case): void {
  const text = letter('Knee brace: Upheld', CA, REVIEWER, before + marked.replace(/[«»]/g, '') + after);
  const findings = findingsOf(text);
  const name = JSON.stringify(marked);
  assert.deepEqual(findings.map(({ code }) => code), codes, name);
  let shown = text;
  for (const { span } of [...findings].reverse()) shown = `${shown.slice(0, span.start)}«${shown.slice(span.start, span.end)}»${shown.slice(span.end)}`;
  assert.equal(rationaleOf(shown), marked);
  assert.ok(findings.every(({ item, level }) => item === 0 && level === 'hint'), name);
  const letters = readLetters(text);
  for (const finding of findings) assert.equal(fixesOf(text, letters, finding).length, 1, 'each has its fix');
  const cleaned = applied(text, cleanupFixes(text, letters, findings));
  assert.equal(rationaleOf(cleaned), fixed, name);
  assert.equal(applied(text, safeFixes(text, letters, findings)), cleaned, 'fix-all takes the clean-up along');
  assert.deepEqual(cleanupFixes(cleaned, readLetters(cleaned), findingsOf(cleaned)), [], 'once is enough');
}

/** One code for all lines: what is marked → what it becomes. */
function all(code: string, cases: readonly (readonly [marked: string, fixed: string])[]): void {
  for (const [marked, fixed] of cases) check({ marked, codes: Array.from(marked.matchAll(/«/g), () => code), fixed });
}

function none(...texts: readonly string[]): void {
  for (const marked of texts) check({ marked });
}

test('glued sentences', () => {
  all('glued-sentences', [
    ['Hurt in «2006.Medical» notes.', 'Hurt in 2006. Medical notes.'],
    ['Signs of «radiculopathy.Treatment» to date.', 'Signs of radiculopathy. Treatment to date.'],
    ['The course (of «rest).An» answer.', 'The course (of rest). An answer.'],
    ['Seen (in the «clinic.)Then» rest.', 'Seen (in the clinic.) Then rest.'],
    ['He was «better.A» brace fits.', 'He was better. A brace fits.'],
    ['He had «pain.MRI» of the knee.', 'He had pain. MRI of the knee.'],
    ['By «MRI.The» knee.', 'By MRI. The knee.'],
    ['Seen at «L5-S1.The» nerve.', 'Seen at L5-S1. The nerve.'],
    ['Rated 8/«10.Rest» helped.', 'Rated 8/10. Rest helped.'],
    ['On 07/15/«2011.Notes» follow.', 'On 07/15/2011. Notes follow.'],
    ['Bent by «50%.The» rest.', 'Bent by 50%. The rest.'],
    ['After the «follow-up.He» left.', 'After the follow-up. He left.'],
  ]);
  none(
    'In the U.S.A today.',
    'By an M.D. and a Ph.D in e.g.Foo and i.e.Bar.',
    'By Dr.Smith, vs.The other, No.Four, et al.They, in Jan.May.',
    '1.Physical therapy 2.Rest 10.Heat.',
    'See www.Foo.Bar and http://a.b/C.Html and mail.Box@Clinic.Org or Guide.Pdf and odg-twc.Com/Index.Aspx.',
    'A dose of 2.5 and .Net and 3.25.The rest.',
    'It hurts.then less. It hurts. Then less... Now',
    'Asked what?Nothing!Never.',
  );
});

test('glued words', () => {
  all('glued-words', [
    ['Wear at «C7-T1and» below.', 'Wear at C7-T1 and below.'],
    ['Wear at «L4-5and» «C5-6that».', 'Wear at L4-5 and C5-6 that.'],
    ['Wear at «L5-S1with» pain at «L4is» old.', 'Wear at L5-S1 with pain at L4 is old.'],
    ['In «2016and» later, on 03/04/2016he rested.', 'In 2016 and later, on 03/04/2016he rested.'],
    ['On «03/04/2016the» knee and «3/4/16was» it.', 'On 03/04/2016 the knee and 3/4/16 was it.'],
    ['Some «12of» them, «6with» rest.', 'Some 12 of them, 6 with rest.'],
    ['Seen «on03/04/2016» and «in2015», «dated12/1/2014».', 'Seen on 03/04/2016 and in 2015, dated 12/1/2014.'],
  ]);
  none('Took 50mg, 6in long, 40at, the 2nd, 3rd, 19th, 10to, 4x, 1st.', 'Code G0283and A4556the, #60and, within2 days, upon2016x.', 'C7-T1andbelow, pain2016.', 'L5-S1-with and 2016-and.');
});

test('broken words: small words', () => {
  all('broken-word', [
    ['Asked «f or» rest «t he» last «o f» all «wi th» a «th at» one.', 'Asked for rest the last of all with a that one.'],
    ['On 11-9-16 «w as» rest, in 2009 «an d» later.', 'On 11-9-16 was rest, in 2009 and later.'],
    ['Helped «ove r» time «an d» «fro m» there; «Th e» end.', 'Helped over time and from there; The end.'],
  ]);
  none('Every 8 h as needed, 5 th at noon, 98 f or more, with out, no t, in to, an other, a part, may be.', 'F OR, -f or, f or-, f or/and.');
});

test('broken words: proven by the letter or usual', () => {
  all('broken-word', [
    ['One treatment. A second «treatm ent» and «treat ment».', 'One treatment. A second treatment and treatment.'],
    ['No «diagn osis», neck «str ain», «d ays» and «medica tion» he took.', 'No diagnosis, neck strain, days and medication he took.'],
    ['The stenosis is mild; «sten osis» again, «sten osis».', 'The stenosis is mild; stenosis again, stenosis.'],
    ['A splint; a «spl int» and a «s plint».', 'A splint; a splint and a splint.'],
    ['«Ther apy», the rapy.', 'Therapy, the rapy.'],
  ]);
  none(
    'A workstation is a work station. Postconcussion, post concussion. Shockwave, shock wave.',
    'An x ray is an xray. Grade b and band. The patients and the patient s wife.',
    'An unprov en word. A treatm-ent, tre atm ent.',
    'Hands: h and wrist and hand.',
    'Treatments: TREATM ENT.',
    'One treatment. A second treatm\nent.',
  );
});

test('broken words: over lines, and words of the form', () => {
  all('broken-word', [
    ['An intervention. An «inter-\nvention» and «Inter-\n\nvention» and «inter\u00ad\r\nvention» and «inter\ufffe \n \nvention».', 'An intervention. An intervention and Intervention and intervention and intervention.'],
    ['Narrow at «L5-S 1» and a «Non -MTUS» and a «Non- MTUS» one.', 'Narrow at L5-S1 and a Non-MTUS and a Non-MTUS one.'],
  ]);
  none('A follow-\nup and post-\noperative rest.', 'Followup and follow-up and a follow-\nup.', 'Two-\nto and twoto.', 'In 200 7. At C5-C6 7.', 'An intervention, an inter-\nVention.');
  const text = letter('Knee brace: Upheld', CA.replace('2004.', '200 4.'), REVIEWER, `${before}Rest.${after}`);
  assert.deepEqual(findingsOf(text).map(({ span }) => text.slice(span.start, span.end)), ['200 4']);
  assert.equal(applied(text, cleanupFixes(text, readLetters(text), findingsOf(text))), text.replace('200 4', '2004'));
});

test('broken dates', () => {
  all('broken-date', [
    ['The knee.«5/\n\n5/14» films.', 'The knee.5/5/14 films.'],
    ['On «11-\n16-2016» and «11-16-\r\n2016» and «11/\n\n16/2016».', 'On 11-16-2016 and 11-16-2016 and 11/16/2016.'],
    ['On «10-\n25-16» and «11 -21-2016» and «11- 21-2016» and «11 -21-\n2016».', 'On 10-25-16 and 11-21-2016 and 11-21-2016 and 11-21-2016.'],
    ['On «11\u00ad\n16-2016» and «11-16\ufffe\n2016» and «2016-11-\n16».', 'On 11-16-2016 and 11-16-2016 and 2016-11-16.'],
    ['From «11-\n01-2016» to 11-21-2016.', 'From 11-01-2016 to 11-21-2016.'],
  ]);
  none(
    'At C5-6 and C6-\n7. On January 18,\n\n2006. On 11-16-2016\nand later.',
    'On 13-\n45-2016 and 2-\n30-2016 and 11 - 16 - 2016.',
    'Pages 3 -4-12 and 10-\n25 and 10-\n25/2016, 11/16-\n11/20.',
    'From 11-01-2016 - 11-21-2016, #11-\n16-2016.',
    'See 4.5/\n5/14 and v.5/\n5/14.',
  );
});

test('look-alike characters', () => {
  all('look-alike-characters', [
    ['At «L5-Sl», «L5-SI», «Ll-L2», «L5/Sl» and «T1O-T11».', 'At L5-S1, L5-S1, L1-L2, L5/S1 and T10-T11.'],
    ['At «LS-S1» and «C4-CS».', 'At L5-S1 and C4-C5.'],
    ['On «1O/12/2016» and «l1-20-2O16» in «2O16» and «20l5».', 'On 10/12/2016 and 11-20-2016 in 2016 and 2015.'],
    ['Took «1O» mg, «6OO»mg, #«3O», «l2» weeks, «5O»%.', 'Took 10 mg, 600mg, #30, 12 weeks, 50%.'],
    ['At «\u04215-\u04216», the «kne\u0435» and «\u039fne».', 'At C5-C6, the knee and One.'],
  ]);
  none(
    'The L5-SI joint, the SI joint, L5-S1, Sl alone, LS spine, CO-TO, CS-6.',
    'In phase O2, O2 mg, H2O, 5l, G0283, 0verturned, l mg, Il, #O3, ISO 9001, S-1, SS-S1.',
    'A word \u043e\u0442 and \u03b2-blocker and \u0434\u043e\u043cA and 5 \u03bcg.',
    'In 2O99x and 1234 and l9l9 and 3O16.',
    'L5-L4, L1-S5, C9-Cl0.',
  );
});

test('stray characters', () => {
  all('stray-character', [
    ['A home«\ufffe»based start.', 'A home-based start.'],
    ['A whole«\u00ad»some meal at C5«\u00ad»6, 3«\u00ad»4 days.', 'A wholesome meal at C5-6, 3-4 days.'],
    ['A follow-up; a follow«\u00ad»up.', 'A follow-up; a follow-up.'],
    ['A homebased start; home«\ufffe»based.', 'A homebased start; homebased.'],
    ['A post«\u00ad»\noperative week.', 'A post-\noperative week.'],
    ['The «ﬁ»rst «ﬂ»ow, e«ﬀ»ort.', 'The first flow, effort.'],
    ['«\u200b»Knee«\u200b\u200d\ufeff»s and «\u0000\u0007»toes«\u007f».', 'Knees and toes.'],
    ['It«\u0092»s «\u0093»fine«\u0094», «\uf0b7» one, 95«\uf0b0».', 'It’s “fine”, • one, 95°.'],
  ]);
  const lost = letter('Knee brace: Upheld', CA, REVIEWER, `${before}Bent to 95\ufffd and \ue123.${after}`);
  assert.deepEqual(findingsOf(lost).map(({ code }) => code), ['stray-character', 'stray-character']);
  assert.deepEqual(fixesOf(lost, readLetters(lost), findingsOf(lost)[0]!).map(({ edits }) => edits[0]?.newText), ['']);
  assert.deepEqual(safeFixes(lost, readLetters(lost), findingsOf(lost)), [], 'what stood here cannot be told');
  none('Bent to 95° ± 2, “a” – b…\ta\u00a0b\u000bc\fd\u0085e\u2028f.');
  const text = `\ufeff${letter('Knee brace: Upheld', CA, REVIEWER, `${before}Rest.${after}`)}`;
  assert.deepEqual(findingsOf(text), [], 'a byte order mark opens a file');
  assert.deepEqual(findingsOf(text + text).map(({ span }) => span.start), [text.length], 'and stands nowhere else');
});

test('blanks before punctuation', () => {
  all('space-before-punctuation', [
    ['He has pain« .» He rests« ,» then walks« ;» runs«\t.»', 'He has pain. He rests, then walks; runs.'],
    ['An employer« ,» employee« ,» or patient« .» The course (of rest)« .» In 2004« ,» 95%« .»', 'An employer, employee, or patient. The course (of rest). In 2004, 95%.'],
    ['He said “pain” (none« .») and left.', 'He said “pain” (none.) and left.'],
  ]);
  none(
    'Seen by , who left. Dr. , and Mr , by .  Replaced by  , and. ',
    'A dose of .5 mg, . . . and so on ... pain ,and; pain  .',
    'Pain\n. Pain \n, rest : fine',
  );
});

test('noise in headings, labels and the table is mended, and the letter is read as before', () => {
  const text = letter('Physical therapy , 2O16 , at L5-Sl :  Upheld', CA.replace('guideline:', 'guide\u00adline:'), REVIEWER, `${before}Rest f or the knee.${after}`, 'Cane :Overturned', CA, REVIEWER, `${before}He is well.${after}`)
    .replace('CASE SUMMARY', 'CA\u200bSE SUMMARY');
  const letters = readLetters(text);
  const cleaned = applied(text, cleanupFixes(text, letters, findingsOf(text)));
  const read = readLetters(cleaned);
  assert.match(cleaned, /^Physical therapy, 2016, at L5-S1 : {2}Upheld$/m);
  assert.deepEqual(read[0]?.items.map(({ decision }) => decision?.value), letters[0]?.items.map(({ decision }) => decision?.value));
  assert.deepEqual(read[0]?.sections.map(({ kind }) => kind), letters[0]?.sections.map(({ kind }) => kind));
  assert.deepEqual(findingsOf(letter('Knee brace , right: Upheld', CA, REVIEWER, `${before}Rest.${after}`)).map(({ item }) => item), [0]);
  assert.deepEqual(findingsOf(letter().replace('slipped', 'slipped f or')).map(({ item }) => item), [null]);
});

test('a clean-up that would have the letter read in another way is left undone there', () => {
  // The word that is no decision as it stands would become one.
  const text = letter('Knee brace , right: Over\u00adturned', CA, REVIEWER, `${before}Rest f or the knee.${after}`, 'Cane: Upheld', CA, REVIEWER, `${before}Rest.${after}`);
  const letters = readLetters(text);
  const cleaned = applied(text, cleanupFixes(text, letters, findingsOf(text)));
  assert.deepEqual(readLetters(cleaned)[0]?.items.map(({ decision }) => decision?.value), letters[0]?.items.map(({ decision }) => decision?.value));
  assert.equal(letters[0]?.items[0]?.decision?.value, undefined);
  assert.equal(cleaned, text.replace('f or', 'for'));
});

test('hundreds of stray characters are hundreds of findings, in time linear in their number', () => {
  const text = letter('Knee brace: Upheld', CA, REVIEWER, before + 'kn\u200bee '.repeat(500) + after);
  const findings = findingsOf(text);
  assert.equal(findings.length, 500);
  assert.equal(applied(text, cleanupFixes(text, readLetters(text), findings)), text.replaceAll('\u200b', ''));
});

test('the page on broken words names each piece that counts', () => {
  const { marks } = NOISE_RULES.find(({ code }) => code === 'broken-word')!;
  const small = /digits stands before it: (.*)\./.exec(marks)?.[1]?.split(', ') ?? [];
  const endings = /one of \*([^*]*)\*/.exec(marks)?.[1]?.split(', ') ?? [];
  const usual = /need not stand elsewhere: (.*)\./.exec(marks)?.[1]?.split(', ') ?? [];
  assert.ok(small.length > 30 && endings.length > 30 && usual.length > 30);
  const pieces = [...small, ...endings.map((ending) => `zorb ${ending}`), ...usual.map((word) => `${word[0]} ${word.slice(1)}`).filter((each) => !/^[aix] | \w?(?:ain|eeks)$/.test(each))];
  check({
    marked: `${endings.map((ending) => `Zorb${ending}`).join(', ')}. ${pieces.map((each) => `«${each}»`).join(', ')}.`,
    codes: pieces.map(() => 'broken-word'),
    fixed: `${endings.map((ending) => `Zorb${ending}`).join(', ')}. ${pieces.map((each) => each.replace(' ', '')).join(', ')}.`,
  });
});
