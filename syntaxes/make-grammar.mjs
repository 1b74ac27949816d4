// Writes the TextMate grammar from the same data that the reader uses: the
// headings, labels and introductions of all layouts and the labels of the case
// header. A layout that is added there is coloured here after one run.
//
//   node syntaxes/make-grammar.mjs [--check]
//
// A TextMate grammar sees one line at a time, so what depends on the lines
// below (a heading that wraps before its decision) is left to the server.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const letterFolder = path.join(here, '..', 'server', 'src', 'letter');
const target = path.join(here, 'imr-letter.tmLanguage.json');

const json = (...parts) => JSON.parse(readFileSync(path.join(letterFolder, ...parts), 'utf8'));
const layouts = readdirSync(path.join(letterFolder, 'layouts'))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => json('layouts', file));
const headerLabels = json('header-labels.json');

// ---------------------------------------------------------------- phrases

/** What may stand between two words of a phrase, as the reader compares them: nothing as well. */
const BETWEEN = '[^\\w:;]*';

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const lettersOf = (text) => text.replace(/[^A-Za-z0-9]+/g, '');
const wordsOf = (text) => text.split(/[^A-Za-z0-9]+/).filter(Boolean);
/** One of several patterns; of none, what matches nowhere. */
const any = (patterns) => (patterns.length === 0 ? '(?!)' : `(?:${[...new Set(patterns)].join('|')})`);
const unique = (texts) => [...new Set(texts)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Phrases letter by letter, whatever blanks extraction has put into words and whatever stands between them; common beginnings are shared. */
function loose(texts, inside = ' *') {
  const branch = (rests, inWord) => {
    const firsts = [...new Set(rests.map((rest) => rest[0] ?? ''))];
    const ways = firsts.map((first) => {
      if (first === '') return '(?!\\w)';
      const behind = branch(rests.filter((rest) => rest[0] === first).map((rest) => rest.slice(1)), first !== ' ');
      return first === ' ' ? `${BETWEEN}${behind}` : `${inWord ? inside : ''}${first}${behind}`;
    });
    return ways.length === 1 ? ways[0] : `(?:${ways.join('|')})`;
  };
  return branch(unique(texts.map((text) => wordsOf(text).join(' '))), false);
}
/** A phrase as it is written, with any white space between its words. */
const exact = (text) => `${text.split(' ').map(escaped).join('\\s+')}(?!\\w)`;

/** Long phrases that break off at the line's end (`head`), and the rest of them in the next line (`tail`); in a list, empty where none is long enough. */
function wrapped(texts, leastWords) {
  const heads = [];
  const tails = [];
  for (const text of texts) {
    const words = wordsOf(text);
    const enough = lettersOf(text).length * 0.55;
    for (let cut = leastWords; cut < words.length; cut++) {
      if (words.slice(0, cut).join('').length < enough) continue;
      heads.push(words.slice(0, cut).join(' '));
      tails.push(words.slice(cut).join(' '));
    }
  }
  return heads.length === 0 ? [] : [{ head: loose(heads, ''), tail: loose(tails, '') }];
}

// ---------------------------------------------------------------- headings

const END_OF_HEADING = '\\)?(?=\\s*(?:[:.]\\s*)?$)';
const SENTENCE_BEHIND = '(?=\\s+[A-Z"“(]\\S*(?:\\s+\\S+){4})';

/** "Clinical Case Summary" for CLINICAL CASE SUMMARY. */
const titled = (text) => text.replace(/[A-Z]+/g, (word) => (/^(?:AND|AT|BY|FOR|OF|THE|WAS|WHY)$/.test(word) ? word.toLowerCase() : word === 'IMR' ? word : word[0] + word.slice(1).toLowerCase()));
/** A heading in capitals may be damaged; one in small letters must be as it is known, or a title that has its line for itself. */
function heading(texts) {
  const shouted = texts.filter((text) => text === text.toUpperCase());
  const written = texts.filter((text) => text !== text.toUpperCase());
  const patterns = [`${loose(texts.map((text) => text.toUpperCase()))}${END_OF_HEADING}`];
  if (shouted.length > 0) patterns.push(`${any(shouted.map(titled).map((text) => text[0].toUpperCase() + text.slice(1)).map(exact))}${END_OF_HEADING}`);
  if (shouted.length > 0) patterns.push(`${any(shouted.map(exact))}${SENTENCE_BEHIND}`);
  if (written.length > 0) patterns.push(`${any(written.map(exact))}(?=\\s*(?::|(?:\\.\\s*)?$))`);
  return any(patterns);
}

/** Where a layout writes its decisions, as far as it matters line by line; a place that is new here is read like a notice's. */
const ISSUES_OF = { heading: 'issues', numbered: 'issues-numbered', 'rationale-heading': 'issues-single', notice: 'issues-notice' };

/** Headings by section kind; the issues section differs with the place of the decision. */
const sections = new Map();
for (const layout of layouts) {
  for (const { kind, text } of layout.headings) {
    const rule = kind === 'issues' ? (ISSUES_OF[layout.decision] ?? 'issues-notice') : kind;
    const entry = sections.get(rule) ?? { kind, texts: [] };
    entry.texts.push(text);
    sections.set(rule, entry);
  }
}
const headingTexts = unique([...sections.values()].flatMap(({ texts }) => texts));
const wrappedHeadings = (texts) => wrapped(unique(texts).filter((text) => text === text.toUpperCase()), 2);

const introductions = unique(layouts.flatMap((layout) => layout.introduction));
const INTRODUCTION = `(?i:${loose(introductions)})[^:]{0,80}:?`;
const introductionWraps = wrapped(introductions, 4);

// ---------------------------------------------------------------- labels

const fields = new Map();
for (const layout of layouts) {
  for (const label of layout.labels) {
    fields.set(label.field, [...(fields.get(label.field) ?? []), label]);
  }
}
const COLON = '\\s{0,7}[:;：]';
function labels(list) {
  const texts = (kept) => unique(list.filter(kept).map(({ text }) => text.toLowerCase()));
  const [alone, others] = [texts(({ aloneOnLine }) => aloneOnLine), texts(({ aloneOnLine }) => !aloneOnLine)];
  const patterns = [];
  if (others.length > 0) patterns.push(`(?i:${loose(others)})${COLON}`);
  if (alone.length > 0) patterns.push(`(?i:${loose(alone)})(?:${COLON}|(?=\\s*$))`);
  return any(patterns);
}
/** Where a line end was lost: behind the end of a sentence, spelt exactly. */
const closed = '[.?!;)\\]"”’]';
const INSIDE = `(?<=${closed}|${closed}\\s|${closed}\\s\\s|(?i:upheld|overturned)\\s)`;
const exactLabels = (list) => any(unique(list.filter(({ aloneOnLine }) => !aloneOnLine).map(({ text }) => text)).map((text) => `${escaped(text).replace(/ /g, '\\s{1,4}')}\\s{0,2}:`));
const allLabels = [...fields.values()].flat();
const labelWraps = (list) => wrapped(unique(list.map(({ text }) => text.toLowerCase())).filter((text) => lettersOf(text).length > 40), 4);

const ANY_LABEL = any([labels(allLabels), ...labelWraps(allLabels).map(({ head }) => `(?i:${head})(?=\\s*$)`)]);
const ANY_HEADING = any([heading(headingTexts), ...wrappedHeadings(headingTexts).map(({ head }) => `${head}(?=\\s*$)`)]);

// ---------------------------------------------------------------- case header

const rowLabel = (kinds) => `(?i:\\b${any(unique(kinds.flatMap((kind) => headerLabels[kind])).map((text) => escaped(text).replace(/ /g, '\\s{1,40}')))}\\s{0,3}:)`;
const CASE_NUMBER = 'CM\\s?\\d{2}\\s?-\\s?\\d{4,8}\\b';
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = `(?:\\d{1,2}\\s?[/-]\\s?\\d{1,2}\\s?[/-]\\s?(?:\\d{4}|\\d{2})\\b|${MONTH}\\s{1,3}\\d{1,2},\\s{0,3}\\d{4}\\b)`;
const PRIORITY = '(?:Standard|Expedited|Regular)\\b';
const VALUE = any([CASE_NUMBER, DATE, PRIORITY]);
/** The first row of the next letter's header, in a file of several. */
const NEXT_LETTER = rowLabel(['caseNumber']);

// ---------------------------------------------------------------- decisions

const word = (first, rest) => `${first}(?i:${[...rest].map((letter) => ` {0,2}${letter}`).join('')})`;
/** Blanks may stand at two places inside the word, as the reader allows, and not at more. */
const intact = (longestPiece) => `(?!(?:[A-Za-z]{1,${longestPiece}} {1,2}){3}[A-Za-z])`;
const UPHELD = `${intact(4)}(?:${word('U', 'pheld')}|${word('U', 'phold')})`;
const OVERTURNED = `${intact(8)}(?:${word('O', 'verturned')}|${word('O', 'verturn')})`;
const DECISION = `(?:(${UPHELD})|(${OVERTURNED}))`;
const BEHIND_DECISION = `(?=[.,;*\\s]*$|[.,;*]?\\s{1,4}${exactLabels(allLabels)})`;

const scope = (name) => `${name}.imr-letter`;
const SCOPES = {
  upheld: scope('entity.name.type.decision.upheld'),
  // Bold beside its colour: told apart by weight where hues are close.
  overturned: `${scope('markup.bold.decision')} ${scope('keyword.control.decision.overturned')}`,
  request: scope('entity.name.function.request'),
  introduction: scope('markup.italic.introduction'),
  colon: scope('punctuation.separator.colon'),
  page: scope('constant.numeric.page'),
  date: scope('constant.numeric.date'),
  quantity: scope('constant.numeric.quantity'),
};
const headingScope = (kind) => scope(`markup.heading.section.${kebab(kind)}`);
const labelScope = (field) => scope(`keyword.other.label.${kebab(field)}`);
const decided = (upheld, overturned) => ({ [upheld]: { name: SCOPES.upheld }, [overturned]: { name: SCOPES.overturned } });
const include = (...names) => names.map((name) => ({ include: `#${name}` }));

// ---------------------------------------------------------------- rules

// Sections and fields last while no line opens the next one. A failing `while`
// also ends whatever stands inside, so that no inner rule can run away.
const INTRODUCTION_LINE = any([INTRODUCTION, ...introductionWraps.map(({ head }) => `(?i:${head})\\s*$`)]);
const WHILE_IN_SECTION = `^(?!\\s*(?:${ANY_HEADING}|${NEXT_LETTER}))`;
const WHILE_BEFORE_ISSUES = `^(?!\\s*(?:${ANY_HEADING}|${NEXT_LETTER}|${INTRODUCTION_LINE}))`;
const WHILE_IN_FIELD = `^(?!\\s*${ANY_LABEL})`;

/** A section's rule: the kinds of headings that open it, and what is looked for inside. */
const SECTION_RULES = {
  opening: { kinds: ['notice', 'method'], inside: ['header-row', 'credentials', 'regarding', 'fields'] },
  middle: { kinds: ['credentials', 'documents', 'summary'], inside: ['credentials', 'regarding', 'fields'] },
  issues: { kinds: ['issues'], inside: ['introduction', 'fields', 'partial-request', 'decided-request', 'first-request'] },
  'issues-numbered': { kinds: ['issues-numbered'], inside: ['introduction', 'fields', 'numbered-request', 'citation'] },
  'issues-single': { kinds: ['issues-single'], inside: ['fields', 'first-request'] },
  'issues-notice': { kinds: ['issues-notice'], inside: ['sentence-request', 'sentence-decision', 'regarding', 'fields'] },
};
const unplaced = [...sections.keys()].filter((kind) => !Object.values(SECTION_RULES).some(({ kinds }) => kinds.includes(kind)));
if (unplaced.length > 0) throw new Error(`SECTION_RULES says nothing of sections of the kind ${unplaced.join(', ')}`);

const numbered = (names) => Object.fromEntries(names.map((name, index) => [index + 1, { name }]));

const repository = {};
for (const [rule, { kinds, inside }] of Object.entries(SECTION_RULES)) {
  const present = kinds.flatMap((kind) => sections.get(kind) ?? []);
  const names = numbered(present.map(({ kind }) => headingScope(kind)));
  const during = rule === 'issues' || rule === 'issues-numbered' ? WHILE_IN_SECTION : WHILE_BEFORE_ISSUES;
  repository[`section-${rule}`] = {
    begin: `^\\s*${any(present.map(({ texts }) => `(${heading(unique(texts))})`))}`,
    beginCaptures: names,
    while: during,
    patterns: include(...inside),
  };
  const wraps = present.map(({ texts }) => wrappedHeadings(texts));
  if (wraps.flat().length === 0) continue;
  repository[`section-${rule}-wrapped`] = {
    begin: `^\\s*${any(wraps.map((list) => `(${any(list.map(({ head }) => head))})`))}(?=\\s*$)`,
    beginCaptures: names,
    while: during,
    patterns: [
      { match: `^\\s*${any(wraps.map((list) => `(${any(list.map(({ tail }) => tail))})`))}(?=\\s*(?:[:.]\\s*)?$)`, captures: names },
      ...include(...inside),
    ],
  };
}
repository.sections = { patterns: include(...Object.keys(repository)) };

/** A letter whose issues heading is gone: the introduction or the first label opens the section. */
repository['issues-without-heading'] = {
  begin: `^(?=\\s*(?:${INTRODUCTION_LINE}|${ANY_LABEL}))`,
  while: WHILE_IN_SECTION,
  patterns: include(...SECTION_RULES.issues.inside),
};
repository.introduction = {
  patterns: [
    { match: `(?:^|\\G)[\\s:.]*(${INTRODUCTION})`, captures: { 1: { name: SCOPES.introduction } } },
    ...introductionWraps.map(({ head, tail }) => ({
      begin: `(?:^|\\G)[\\s:.]*((?i:${head}))(?=\\s*$)`,
      beginCaptures: { 1: { name: SCOPES.introduction } },
      end: `^\\s*((?i:${tail})[^:]{0,80}:?)|^(?=\\s*\\S)`,
      endCaptures: { 1: { name: SCOPES.introduction } },
    })),
  ],
};

/** Labels that only layouts of this manner of deciding have, or all others. */
const labelsOf = (field, manner) => {
  const own = new Set(layouts.filter(({ decision }) => decision === manner).flatMap((layout) => layout.labels.map(({ text }) => text)));
  const others = new Set(layouts.filter(({ decision }) => decision !== manner).flatMap((layout) => layout.labels.map(({ text }) => text)));
  return fields.get(field).filter(({ text }) => own.has(text) && !others.has(text));
};
const numberedLabels = labelsOf('rationale', 'numbered');
const decidingLabels = labelsOf('rationale', 'rationale-heading');
const FIELD_RULES = [
  ['guideline', [...fields].filter(([field]) => field !== 'rationale').map(([field, list]) => ({ field, list })), ['citation']],
  ['rationale', [
    { field: 'rationale', list: fields.get('rationale').filter((label) => !numberedLabels.includes(label) && !decidingLabels.includes(label)) },
    { field: 'rationale', list: decidingLabels, patterns: include('deciding-label') },
  ], []],
  ['numbered-rationale', [{ field: 'rationale', list: numberedLabels }], ['numbered-request']],
];
const insideLine = {};
for (const [rule, groups, contents] of FIELD_RULES) {
  const present = groups.filter(({ list }) => list.length > 0);
  if (present.length === 0) continue;
  const captures = Object.fromEntries(present.map(({ field, patterns }, index) => [index + 1, { name: labelScope(field), patterns }]));
  const inside = include('fields-inside-line', 'partial-request', 'decided-request', 'regarding', ...contents);
  repository[`field-${rule}`] = { begin: `^\\s*${any(present.map(({ list }) => `(${labels(list)})`))}`, beginCaptures: captures, while: WHILE_IN_FIELD, patterns: inside };
  insideLine[`field-${rule}-inside-line`] = { begin: `${INSIDE}${any(present.map(({ list }) => `(${exactLabels(list)})`))}`, beginCaptures: captures, while: WHILE_IN_FIELD, patterns: inside };
  const wraps = present.map(({ list }) => labelWraps(list));
  if (wraps.flat().length === 0) continue;
  const group = (part) => any(wraps.map((list) => `((?i:${any(list.map((wrap) => wrap[part]))})${part === 'tail' ? `(?:${COLON}|(?=\\s*$))` : ''})`));
  repository[`field-${rule}-wrapped`] = {
    begin: `^\\s*${group('head')}(?=\\s*$)`,
    beginCaptures: captures,
    while: WHILE_IN_FIELD,
    patterns: [{ match: `^\\s*${group('tail')}`, captures }, ...inside],
  };
}
repository.fields = { patterns: include(...Object.keys(repository).filter((name) => name.startsWith('field-')), 'fields-inside-line') };
Object.assign(repository, insideLine);
repository['fields-inside-line'] = { comment: 'Where a line end was lost, a label stands behind the end of a sentence.', patterns: include(...Object.keys(insideLine)) };

repository['decided-request'] = {
  patterns: [
    {
      match: `^\\s*(\\S(?:.*\\S)?)\\s*([:：])\\s*${DECISION}${BEHIND_DECISION}`,
      captures: { 1: { name: SCOPES.request, patterns: include('quantity') }, 2: { name: SCOPES.colon }, ...decided(3, 4) },
    },
    { match: `^[\\s:：]*${DECISION}(?=\\s*$)`, captures: decided(1, 2) },
  ],
};
repository['partial-request'] = {
  comment: 'Observed in letters: requests that utilization review has granted in part name the original request first.',
  begin: '^\\s*(?=\\S.*\\bw(?:as|ere)\\s+the\\s+original\\s+request\\s?\\.)',
  end: `([:：])\\s*${DECISION}${BEHIND_DECISION}|(?<=\\bis|\\bis\\s)([:：])(?=\\s*$)|(?<=\\bis\\s)${DECISION}${BEHIND_DECISION}|^[\\s:：]*${DECISION}(?=\\s*$)|^(?=\\s*${ANY_LABEL})`,
  endCaptures: { 1: { name: SCOPES.colon }, ...decided(2, 3), 4: { name: SCOPES.colon }, ...decided(5, 6), ...decided(7, 8) },
  contentName: SCOPES.request,
  patterns: include('quantity'),
};
repository['first-request'] = {
  comment: 'Between the introduction and the first label stands the first request, over as many lines as it takes.',
  match: `^\\s*(\\S.*)`,
  captures: { 1: { name: SCOPES.request, patterns: include('quantity') } },
};

/** Letters of 2013 decide in sentences; "not" and what follows may stand in the next line. */
const IS = '\\b(?:is|are|was|were)';
const BREAKS_OFF = '(?:\\s+medically(?:\\s+necessary(?:\\s+and)?)?)?\\s*$';
const REST_OF_DECISION = '(?i:\\bappropriate\\b)|(?=[.,;])|^(?=\\s*(?!(?i:medically|necessary|and|appropriate)\\b)\\S)';
repository['sentence-decision'] = {
  patterns: [
    { match: `(?i:${IS}\\s*not\\s*medically\\s+necessary(?:\\s+and\\s+appropriate\\b|\\b(?!\\s+and\\s*$)))`, name: SCOPES.upheld },
    { match: `(?i:${IS}\\s*medically\\s+necessary(?:\\s+and\\s+appropriate\\b|\\b(?!\\s+and\\s*$)))`, name: SCOPES.overturned },
    { begin: `(?i:${IS}\\s+not(?=${BREAKS_OFF}))`, end: REST_OF_DECISION, name: SCOPES.upheld },
    { begin: `(?i:${IS}(?=\\s+medically(?:\\s+necessary(?:\\s+and)?)?\\s*$))`, end: REST_OF_DECISION, name: SCOPES.overturned },
  ],
};
const BEFORE_DECISION = `(?i:(?=${IS}\\s*(?:\\bnot\\s*$|(?:not\\s*)?medically\\b)))`;
repository['sentence-request'] = {
  begin: '(?i:\\bthe\\s+request\\s+(?:for|of)\\s+(?:an?\\s+|the\\s+)?)',
  end: `${BEFORE_DECISION}|(?=\\.\\s*$)|^(?=\\s*$)`,
  contentName: SCOPES.request,
  patterns: include('quantity'),
};
repository['numbered-request'] = {
  comment: 'Late 2013: an item is a numbered sentence that decides it.',
  begin: `^\\s*\\(?\\d{1,2}[.)]\\s{1,6}(?i:(?:the\\s{1,6})?(?:decision|request)\\s{1,6}for\\s{1,6}(?:an?\\s{1,6}|the\\s{1,6})?)?(?=[^.]*(?:\\.\\S[^.]*)*${IS}\\s*(?:\\bnot\\s*$|(?:not\\s*)?medically\\b))`,
  end: '(?i:(?<=\\bappropriate)|(?<=\\bnecessary)(?!\\s+and\\b))|^(?=\\s*$)',
  patterns: [{ begin: '\\G(?=\\S)', end: BEFORE_DECISION, contentName: SCOPES.request, patterns: include('quantity') }, ...include('sentence-decision')],
};
repository['deciding-label'] = {
  comment: 'The first letters of 2013 decide in the label of the rationale.',
  patterns: [
    { match: '(?i:\\bnot\\s{1,6}medically\\s{1,6}necessary)', name: SCOPES.upheld },
    { match: '(?i:\\bmedically\\s{1,6}necessary)', name: SCOPES.overturned },
  ],
};
repository.regarding = {
  begin: '(?i:^[ \\t]*(?:\\d{1,2}[.)][ \\t]*)?Regarding\\s{1,4}the\\s{1,4}(?:requested\\s{1,4}|request\\s{1,4}(?:for|of)\\s{1,4}|(?=retrospective\\b))(?:an?\\s{1,4}|the\\s{1,4})?)',
  end: `(?=[:.]\\s*$)|^(?=\\s*(?:$|${ANY_LABEL}))`,
  contentName: SCOPES.request,
  patterns: include('quantity'),
};

const value = (group) => ({ [group]: { patterns: include('header-value') } });
repository['header-row'] = {
  patterns: [
    ...Object.keys(headerLabels).map((kind) => ({
      match: `(${rowLabel([kind])})\\s{0,80}(${VALUE})?`,
      captures: { 1: { name: scope(`keyword.other.label.header.${kebab(kind)}`) }, ...value(2) },
    })),
    {
      comment: 'A row whose label breaks over two lines, with the value behind or between them.',
      match: `(?<![^\\s])(Application)\\s{1,80}(?:(Received\\s{0,3}:)\\s{0,80}(${DATE})?|(${DATE}))`,
      captures: { 1: { name: scope('keyword.other.label.header.application-received') }, 2: { name: scope('keyword.other.label.header.application-received') }, ...value(3), ...value(4) },
    },
    {
      begin: '(?:^\\s*|(?<=Standard\\s|Expedited\\s|Regular\\s|Priority:\\s)\\s*)(Application)(?=\\s*$)',
      beginCaptures: { 1: { name: scope('keyword.other.label.header.application-received') } },
      end: '^\\s*(Received\\s{0,3}:)|^(?=\\s*\\S)',
      endCaptures: { 1: { name: scope('keyword.other.label.header.application-received') } },
    },
    {
      comment: 'The second half of that label, cut off by its value.',
      match: '^\\s*(Received\\s{0,3}:)(?=\\s*$)',
      captures: { 1: { name: scope('keyword.other.label-rest.header.application-received') } },
    },
    {
      comment: 'Values that extraction has put into lines of their own.',
      match: `^\\s*(${VALUE}(?:\\s+${VALUE})*)(?=\\s*$)`,
      captures: value(1),
    },
  ],
};
repository['header-value'] = {
  patterns: [
    { match: CASE_NUMBER, name: scope('constant.numeric.case-number') },
    { match: DATE, name: SCOPES.date },
    { match: PRIORITY, name: scope('variable.other.enummember.priority') },
  ],
};

const LICENSURE = '(?i:State\\(?s?\\)?\\s{1,4}of\\s{1,4}Licensure\\s{0,2}:)';
const SPECIALTY = '(?i:Certification\\(?s?\\)?\\s?/\\s?Specialt(?:y|ies)\\s{0,2}:)';
repository.credentials = {
  patterns: [['licensure', LICENSURE], ['specialty', SPECIALTY]].map(([kind, label]) => ({
    begin: `^\\s*(${label})`,
    beginCaptures: { 1: { name: scope(`keyword.other.label.credentials.${kind}`) } },
    end: `^(?=\\s*(?:$|${LICENSURE}|${SPECIALTY}))`,
    contentName: scope(`variable.other.constant.${kind}`),
  })),
};

repository.citation = {
  patterns: [
    { match: '\\b(?:Non\\s?-\\s?MTUS(?:\\s+Citation)?|MTUS|ACOEM|ODG|Official\\s+Disability\\s+Guidelines?)\\b', name: scope('support.class.guideline') },
    { match: '\\bSections?(?:\\(s\\))?\\s?:', name: scope('variable.other.property.section') },
    {
      match: '(\\bPages?(?:\\(s\\))?\\s?:|\\b(?:pages?|pp|pgs?|p)\\b\\.?)\\s*(\\d{1,4}(?:\\s?(?:[-–,&]|and)\\s?\\d{1,4})*)',
      captures: { 1: { name: scope('variable.other.property.page') }, 2: { name: SCOPES.page } },
    },
    { match: '\\bPages?\\(s\\)\\s?:', name: scope('variable.other.property.page') },
  ],
};
repository.quantity = {
  patterns: [
    { match: `\\b${DATE}`, name: SCOPES.date },
    { match: '#\\s?\\d{1,5}\\b', name: SCOPES.quantity },
    { match: '(?i:\\b(?:qty|quantity)\\b[.:]?\\s?\\d{1,5}\\b)', name: SCOPES.quantity },
    {
      match: '(?i:\\b\\d{1,6}(?:[.,/]\\d{1,6}){0,3}\\s?-?\\s?(?:mg|mcg|ml|cc|gm|g|units?|tablets?|tabs?|capsules?|caps?|patch(?:es)?|sessions?|visits?|times|x|refills?|days?|weeks?|months?|hours?|minutes?)\\b|\\b\\d{1,3}(?:\\.\\d{1,3})?\\s?%)',
      name: SCOPES.quantity,
    },
  ],
};

const grammar = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  information_for_contributors: ['Made by syntaxes/make-grammar.mjs from the layouts in server/src/letter; change those and run it.'],
  name: 'IMR Letter',
  scopeName: 'text.imr-letter',
  fileTypes: ['imr', 'imr.txt'],
  patterns: include('sections', 'issues-without-heading', 'fields', 'header-row', 'regarding', 'credentials', 'partial-request', 'decided-request'),
  repository: Object.fromEntries(Object.entries(repository).sort(([a], [b]) => (a < b ? -1 : 1))),
};

/**
 * A pattern with both cases of each letter in the place of `(?i:…)`, which the
 * editor's machine takes many times as long to compile.
 */
function eitherCase(pattern) {
  const either = [];
  let written = '';
  for (const [part] of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?i:|[^]/g)) {
    if (part === '(?i:') either.push(true);
    else if (part === '(') either.push(either.at(-1) ?? false);
    else if (part === ')') either.pop();
    if (part === '(?i:') written += '(?:';
    else written += either.at(-1) && /^[A-Za-z]$/.test(part) ? `[${part.toLowerCase()}${part.toUpperCase()}]` : part;
  }
  return written;
}
const PATTERNS = new Set(['match', 'begin', 'end', 'while']);
const expanded = (key, value) => (PATTERNS.has(key) ? eitherCase(value) : value);

const text = `${JSON.stringify(grammar, expanded, 2)}\n`;
if (process.argv.includes('--check')) {
  let current = '';
  try {
    current = readFileSync(target, 'utf8');
  } catch {
    // Absent is as stale as different.
  }
  if (current !== text) {
    console.error('syntaxes/imr-letter.tmLanguage.json is not what the layouts say: run node syntaxes/make-grammar.mjs');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}
