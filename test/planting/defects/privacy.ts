import { LONG_FORMS, written } from '../dates';
import { insertion, type Defect, type Planting } from '../planting';
import type { Random } from '../random';
import { everySentence, type Form, type Source } from '../source';

type Wording = (random: Random) => Form;

function figures(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.whole(0, 9)).join('');
}

/** Sentences in every place, and lines at the head where the wording is one for a line. */
function everywhere(sentence: Wording, line?: Wording): Defect {
  return (source, random) => [
    ...everySentence(source, source.passages, () => sentence(random)),
    ...source.letter.items.flatMap(({ fields }) => fields.filter(({ label, body }) => label.end > label.start && body.end > body.start)).map(({ body }): Planting => {
      const [name, words] = sentence(random);
      return { form: `behind a field: ${name}`, edits: [insertion(body.end, ` ${words}`)] };
    }),
    ...(line ? lines(source, () => line(random)) : []),
  ];
}

function lines(source: Source, line: () => Form): Planting[] {
  const starts = [source.letter.span.start, ...source.letter.sections.filter(({ kind }) => kind === 'method' || kind === 'summary').map(({ heading }) => heading.start)];
  return [...new Set(starts)].map((at) => {
    const [name, words] = line();
    return { form: `line: ${name}`, edits: [insertion(at, `${words}\n\n`)] };
  });
}

export const socialSecurity = everywhere((random) => {
  const [a, b, c] = [String(random.whole(100, 665)), String(random.whole(10, 99)), String(random.whole(1000, 9999))];
  return random.of<Form>([
    ['hyphens', `The file (⟦${a}-${b}-${c}⟧) was sent in.`],
    ['SSN hyphens', `A file clerk (SSN ⟦${a}-${b}-${c}⟧) hurt the knee.`],
    ['nine in one', `The SSN ⟦${a}${b}${c}⟧ stands in the notes.`],
    ['SS# nine', `SS# ⟦${a}${b}${c}⟧ was given.`],
    ['blanks', `The social security number ⟦${a} ${b} ${c}⟧ was given.`],
    ['masked', `SSN: ⟦XXX-XX-${c}⟧ was given.`],
    ['ending in', `The social security number ending in ⟦${c}⟧ was given.`],
    ['line break', `The number ⟦${a}-${b}-\n${c}⟧ was given.`],
  ]);
}, (random) => ['SSN', `SSN: ⟦${random.whole(100, 665)}-${random.whole(10, 99)}-${random.whole(1000, 9999)}⟧`]);

const NAMES = ['Claim Number', 'Claim No.', 'Claim #', 'Claim ID', 'Medical Record Number', 'MRN', 'MR#', 'Record No.', 'Chart Number', 'Patient ID', 'Account Number', 'Policy Number', 'Member ID', 'Employee ID', 'Insurance ID', 'File Number', 'WCAB Number', 'EAMS Number'] as const;

function number(random: Random): string {
  return random.of([`06-${figures(random, 6)}`, `WC${figures(random, 7)}`, `${random.whole(1, 9)}${figures(random, 7)}`, `A${figures(random, 3)}-${figures(random, 4)}`, `2016/${figures(random, 5)}`, `E${figures(random, 3)}.${figures(random, 4)}`]);
}

export const recordNumber = everywhere((random) => {
  const name = random.of(NAMES);
  const mark = `⟦${number(random)}⟧`;
  return random.of<Form>([
    [`${name} bare`, `The ${name} ${mark} was given.`],
    [`${name} colon`, `It came with ${name}: ${mark} at its head.`],
    [`${name} is`, `The ${name} is ${mark}.`],
    [`${name} was`, `The ${name} was ${mark} then.`],
    [`${name} break`, `The form has ${name}\n${mark} at its head.`],
    ['ADJ', `The case (⟦ADJ${figures(random, 7)}⟧) is open.`],
    ['Claim:', `Claim: ${mark} was named.`],
  ]);
}, (random) => ['Claim Number', `Claim Number: ⟦${number(random)}⟧`]);

export const dateOfBirth = everywhere((random) => {
  const [y, m, d] = [random.whole(1942, 1994), random.whole(1, 12), random.whole(1, 28)];
  const date = random.of([...LONG_FORMS.map((form) => written(form, y, m, d)), `${m}-${d}-${y % 100}`, `${m}.${d}.${y}`, `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`, `${d} ${random.of(['January', 'May', 'October'])} ${y}`]);
  return random.of<Form>([
    ['DOB:', `The worker (DOB: ⟦${date}⟧) was seen.`],
    ['DOB', `The form gives DOB ⟦${date}⟧ too.`],
    ['D.O.B.', `It has D.O.B. ⟦${date}⟧ at its head.`],
    ['date of birth', `The date of birth is ⟦${date}⟧.`],
    ['birth date', `With a birth date of ⟦${date}⟧ the worker is not young.`],
    ['birthdate', `The birthdate was ⟦${date}⟧ on the form.`],
    ['born on', `The worker was born on ⟦${date}⟧ in Fresno.`],
    ['born', `The worker, born ⟦${date}⟧, was seen.`],
    ['bracket', `The date of birth (⟦${date}⟧) is on the form.`],
    ['break', `The date of birth:\n⟦${date}⟧ is on the form.`],
  ]);
}, (random) => ['DOB', `DOB: ⟦${random.whole(1, 12)}/${random.whole(1, 28)}/${random.whole(1942, 1994)}⟧`]);

export const phone = everywhere((random) => {
  const area = random.of([213, 310, 415, 559, 619, 714, 916, 951]);
  const [a, b] = ['555', `01${figures(random, 2)}`];
  const plain = random.of([`(${area}) ${a}-${b}`, `(${area}) ${a} ${b}`, `${area}-${a}-${b}`, `${area}.${a}.${b}`, `${area}/${a}-${b}`, `1-${area}-${a}-${b}`, `+1 ${area}-${a}-${b}`, `(${area}) ${a}-${b} ext. 12`]);
  return random.of<Form>([
    ['called', `The employee was called at ⟦${plain}⟧ in May.`],
    ['plain', `The number given is ⟦${plain}⟧.`],
    ['bracket', `The wife (⟦${plain}⟧) was asked.`],
    ['phone, blanks', `The phone ⟦${area} ${a} ${b}⟧ was given.`],
    ['telephone, in one', `The telephone: ⟦${area}${a}${b}⟧ was given.`],
    ['cell, seven', `The cell ⟦${a}-${b}⟧ was given.`],
    ['tel.', `It gives tel. ⟦${area} ${a} ${b}⟧ too.`],
    ['fax', `The notes came by fax: ⟦${plain}⟧.`],
  ]);
}, (random) => ['Phone', `Phone: ⟦(${random.of([213, 415])}) 555-01${figures(random, 2)}⟧`]);

export const mail = everywhere((random) => {
  const address = `${random.of(['j.doe', 'jane_roe', 'r.roe77', 'mary-ann.doe', 'JDoe', 'doe+imr'])}@${random.of(['example.com', 'mail.example.org', 'example.net', 'clinic-example.com', 'EXAMPLE.COM'])}`;
  return random.of<Form>([
    ['sentence end', `Questions go to ⟦${address}⟧.`],
    ['bracket', `The employee (⟦${address}⟧) was asked.`],
    ['angle', `It was sent by Roe <⟦${address}⟧> in May.`],
    ['mailto', `The address mailto:⟦${address}⟧ was given.`],
    ['E-mail:', `E-mail: ⟦${address}⟧, as of May.`],
    ['comma', `It went to ⟦${address}⟧, who kept it.`],
  ]);
}, () => ['E-mail', 'E-mail: ⟦jane.roe@example.com⟧']);

export const street = everywhere((random) => {
  const name = random.of(['Alder', 'West Elm', 'N. Main', 'San Pedro', 'Old Mill', 'Los Robles', 'Martin Luther King']);
  const kind = random.of(['Street', 'Avenue', 'Boulevard', 'Road', 'Drive', 'Lane', 'Court', 'Way', 'Place', 'Circle', 'Terrace', 'Parkway', 'Highway', 'St.', 'Ave', 'Blvd.', 'Rd', 'Ln.', 'Ct', 'Pl.', 'Cir', 'Pkwy', 'Hwy']);
  const short = `${random.whole(101, 9899)} ${name} ${kind}`;
  const spanish = `${random.whole(101, 9899)} ${random.of(['Calle', 'Avenida', 'Camino', 'Paseo'])} ${random.of(['Real', 'Del Norte', 'De Las Flores'].slice(0, 2))}`;
  const address = random.of([short, `${short}, Fresno, CA 93700`, `${short}, Apt. 4, Fresno, CA`, spanish, short]);
  return random.of<Form>([
    ['at', `The worker fell at ⟦${address}⟧ in May.`],
    ['lives', `The employee lives at ⟦${address}⟧, by the shop.`],
    ['bracket', `The home (⟦${address}⟧) has stairs.`],
    ['colon', `Address: ⟦${address}⟧ on the form.`],
    ['from', `A ramp from ⟦${address}⟧ was asked for.`],
  ]);
}, (random) => ['address block', `⟦${random.whole(101, 9899)} Alder ${random.of(['Street', 'Ave.', 'Dr', 'Ct'])}⟧\nFresno, CA 93700`]);

const SURNAMES = ['Roe', 'Doe', 'Garcia', "O'Brien", 'Smith-Lopez', 'Nguyen', 'McAdams', 'Fernandez'] as const;

export const personName = everywhere((random) => {
  const last = random.of(SURNAMES);
  const full = random.of([last, `${random.of(['Jane', 'John Q.', 'Maria'])} ${last}`]);
  const title = random.of(['Mr.', 'Mrs.', 'Ms.', 'Miss', 'Mr', 'Ms']);
  return random.of<Form>([
    [`${title} start`, `${title} ⟦${full}⟧ twisted the left knee.`],
    [`${title} inside`, `The knee of ${title} ⟦${full}⟧ was stable.`],
    [`${title} end`, `The form was sent in by ${title} ⟦${full}⟧.`],
    [`${title} break`, `The form was sent in by ${title}\n⟦${full}⟧ in May.`],
    ['capitals', `It was read with MR. ⟦${last.toUpperCase()}⟧ in May.`],
    ['possessive', `A note on ${title} ⟦${last}⟧'s gait was read.`],
  ]);
}, (random) => {
  const full = `${random.of(['Jane', 'John', 'Maria'])} ${random.of(SURNAMES)}`;
  const who = random.of(['Employee', 'Claimant', 'Patient', 'Applicant', 'Injured Worker']);
  return random.of<Form>([
    ['… Name:', `${who} Name: ⟦${full}⟧`],
    ['…:', `${who}: ⟦${full}⟧`],
    ['Name of …', `Name of ${who}: ⟦${full}⟧`],
    ['Name:', `Name: ⟦${random.of(SURNAMES)}⟧`],
    ['RE:', `RE: ⟦${full}⟧`],
    ['Roe, Jane', `${who}: ⟦Roe, Jane⟧`],
    ['Dear', `Dear ⟦${full}⟧:`],
    ['Dear Ms.', 'Dear Ms. ⟦Roe⟧,'],
  ]);
});
