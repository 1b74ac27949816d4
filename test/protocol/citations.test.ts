import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, DocumentHighlight, DocumentLink, Location, LocationLink } from 'vscode-languageserver/node';
import { GUIDELINE_FILES, GUIDELINE_PAGE, type GuidelineFilesAnswer, type GuidelinePage } from '../../server/src/lsp/client-requests';
import { FULL, LanguageClient } from './language-client';
import { letterText } from './letter-text';

const CAPABLE = {
  capabilities: { ...FULL, textDocument: { ...FULL.textDocument, definition: { linkSupport: true } } },
  initializationOptions: { guidelinePages: true },
};

/** A kind of citation, as a reviewer's field has it, and what a person learns of it. */
interface Kind {
  readonly kind: string;
  readonly field: string;
  /** The words pointed at. */
  readonly at: string;
  readonly hover: RegExp;
  /** Page and line of it; `null`: nowhere to go. */
  readonly page: readonly [string, RegExp] | null;
  /** Places of the letter that cite the same. */
  readonly references: number;
  /** What is offered where the words pointed at end, if anything. */
  readonly completion: readonly string[];
  readonly link?: string;
}

const KINDS: readonly Kind[] = [
  {
    kind: 'an MTUS chapter of 2004',
    field: 'Decision based on MTUS Low Back Complaints 2004.',
    at: 'Low Back Complaints 2004',
    hover: /^\*\*Low Back Complaints\*\*.*2004[^]*adopted by \*\*8 CCR 9792\.23\.5\*\*[^]*2009-07-18 to 2017-11-30[^]*Also cited in this letter: “Table”/,
    page: ['acoem-2004-low-back/Low%20Back%20Complaints%202004.md', /^# Low Back Complaints 2004/],
    references: 2,
    completion: [],
  },
  {
    kind: 'an MTUS guideline of 2016 with sections',
    field: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Topical analgesics, Office visits.',
    at: 'Office visits',
    hover: /^\*\*Office visits\*\*: in \*\*Chronic Pain Medical Treatment Guidelines\*\*/,
    page: ['mtus-2016-chronic-pain/Chronic%20Pain%20Medical%20Treatment%20Guidelines%202016.md', /^\| Office visits /],
    references: 1,
    completion: ['Office visits'],
  },
  {
    kind: 'pages as of 2014',
    field: 'Decision based on MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 60.',
    at: 'Page(s): 60',
    hover: /^\*\*Page 60\*\* of \*\*Chronic Pain[^]*Massage therapy/,
    page: ['mtus-2009-chronic-pain/Chronic%20Pain%20Medical%20Treatment%20Guidelines%202009.md', /^\| Massage therapy .* 60 /],
    references: 1,
    completion: ['60'],
  },
  {
    kind: 'an edition of ACOEM outside of the MTUS',
    field: 'Decision based on Non-MTUS Citation ACOEM Practice Guidelines, 3rd Edition.',
    at: 'ACOEM Practice',
    hover: /3rd edition[^]*Outside the MTUS\. Rank in \*\*Labor Code 4610\.5\(c\)\(2\)\*\*: \(C\)/,
    page: ['acoem-3rd/ACOEM%20Practice%20Guidelines.md', /^# ACOEM/],
    references: 1,
    completion: [],
  },
  {
    kind: 'a chapter of the ODG',
    field: 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg.',
    at: 'Official Disability Guidelines (ODG), Knee & Leg',
    hover: /^\*\*Knee \\& Leg\*\*: chapter of the Official Disability Guidelines/,
    page: ['odg-knee-and-leg/Knee%20%26%20Leg.md', /^# Knee & Leg/],
    references: 1,
    completion: ['Official Disability Guidelines (ODG), Knee & Leg'],
  },
  {
    kind: 'a regulation',
    field: 'Decision based on Non-MTUS Citation 8 CCR 9792.21(c).',
    at: '8 CCR 9792.21(c)',
    hover: /^\*\*8 CCR 9792\.21\(c\)\*\*[^]*presumed correct/,
    page: ['8-ccr-9792.21/8%20CCR%209792.21.md', /^# 8 CCR 9792\.21$/],
    references: 1,
    completion: [],
    link: 'https://www.dir.ca.gov/t8/9792_21.html',
  },
  { kind: 'none', field: 'The Expert Reviewer did not cite any medical evidence for its decision.', at: 'did not cite', hover: /^\*\*No medical evidence cited/, page: null, references: 0, completion: [] },
  { kind: 'an unknown edition', field: 'Decision based on MTUS Low Back Complaints 2031.', at: 'Complaints 2031', hover: /^\*\*Not in the catalogue\*\*[^]*Named here as MTUS/, page: null, references: 0, completion: [] },
  { kind: 'an unknown work', field: 'Decision based on Non-MTUS Citation A made-up handbook of braces, 4th printing.', at: 'handbook', hover: /^\*\*Not in the catalogue\*\*/, page: null, references: 0, completion: [] },
];

for (const { kind, field, at, hover, page, references, completion, link } of KINDS) {
  test(`citation, ${kind}: hover, definition, references, highlights, links, completion`, () =>
    LanguageClient.with(CAPABLE, async (client) => {
      const text = letterText({ claimsAdministrator: null, reviewer: field }, { request: 'Table', claimsAdministrator: 'Decision based on MTUS Low Back Complaints 2004.', reviewer: null });
      const uri = await client.open(text);
      const offset = text.indexOf(at) + Math.floor(at.length / 2);
      const position = client.document(uri).positionAt(offset);
      const shown = await client.hover(uri, offset);
      const contents = shown !== null && typeof shown.contents === 'object' && 'value' in shown.contents ? shown.contents.value : '';
      assert.match(contents, hover);
      assert.ok(contents.split('\n').length <= 12);

      const [target, ...others] = (await client.ask<LocationLink[] | null>('definition', uri, { position })) ?? [];
      assert.equal(others.length, 0);
      assert.equal(target?.targetUri, page === null ? undefined : `imr-guideline:/${page[0]}`);
      if (page !== null && target !== undefined) {
        const answer = await client.connection.sendRequest<GuidelinePage>(GUIDELINE_PAGE, { id: page[0].split('/')[0] });
        assert.match(answer.text.split('\n')[target.targetRange.start.line] ?? '', page[1]);
        assert.ok(target.originSelectionRange && client.slice(uri, target.originSelectionRange) !== '');
      }
      assert.equal(((await client.ask<Location[] | null>('references', uri, { position, context: { includeDeclaration: true } })) ?? []).length, references);
      assert.equal((await client.ask<DocumentHighlight[]>('documentHighlight', uri, { position })).length, references);
      const links = await client.ask<DocumentLink[]>('documentLink', uri);
      assert.deepEqual(links.map((each) => each.target), link === undefined ? [] : [link]);
      assert.ok(links.every(({ tooltip }) => /browser/.test(tooltip ?? '')));

      const end = client.document(uri).positionAt(text.indexOf(at) + at.length);
      const offered = (await client.ask<CompletionItem[] | null>('completion', uri, { position: end, context: { triggerKind: 1 } })) ?? [];
      for (const label of completion) assert.ok(offered.some((item) => item.label === label), `${label} among ${offered.map((item) => item.label).join(' | ')}`);
      if (completion.length === 0 && !/\d$/.test(at)) assert.deepEqual(offered.map(({ label }) => label), []);
      assert.deepEqual(client.logged, []);
    }));
}

test('citation, an abbreviation beside it: its meaning, and nowhere to go', () =>
  LanguageClient.with(CAPABLE, async (client) => {
    const text = letterText({ rationale: 'An EMG was normal. The request is not medically necessary.' });
    const uri = await client.open(text);
    const offset = text.indexOf('EMG') + 1;
    assert.match(JSON.stringify(await client.hover(uri, offset)), /electromyography/);
    const position = client.document(uri).positionAt(offset);
    assert.equal(await client.ask('definition', uri, { position }), null);
    assert.equal(await client.ask('references', uri, { position, context: { includeDeclaration: false } }), null);
  }));

test('definition: not offered to a client that cannot show the pages, and one place for one that takes no links', async () => {
  const text = letterText({});
  await LanguageClient.with({}, async (client) => {
    assert.ok(client.initialized.capabilities.definitionProvider !== true);
    const uri = await client.open(text);
    assert.equal(await client.ask('definition', uri, { position: client.position(uri, 'ACOEM', 2) }), null);
  });
  await LanguageClient.with({ initializationOptions: { guidelinePages: true } }, async (client) => {
    assert.equal(client.initialized.capabilities.definitionProvider, true);
    const uri = await client.open(text);
    const place = await client.ask<Location>('definition', uri, { position: client.position(uri, 'ACOEM', 2) });
    assert.match(place.uri, /^imr-guideline:\/acoem-2004-forearm-wrist-and-hand\//);
  });
});

test('guideline page: null for what is not known, whatever is asked', () =>
  LanguageClient.with({}, async (client) => {
    for (const params of [{ id: 'acoem-2031-knee' }, { id: '' }, {}, { id: 7 }, { id: 'constructor' }]) assert.equal(await client.connection.sendRequest(GUIDELINE_PAGE, params), null);
    assert.deepEqual(client.logged, []);
  }));

test("guideline files: a workspace's own edition is known from then on, and slips are told of at their line", () =>
  LanguageClient.with(CAPABLE, async (client) => {
    const text = letterText({ reviewer: 'Decision based on MTUS Low Back Complaints 2031.' });
    const uri = await client.open(text);
    const hover = async (): Promise<string> => JSON.stringify(await client.hover(uri, text.indexOf('Complaints 2031')));
    assert.match(await hover(), /Not in the catalogue/);
    const own = '{ "guidelines": [\n{ "id": "acoem-2031-low-back", "family": "acoem", "name": "Low Back Complaints", "edition": "2031", "source": "our copy", "confidence": "seen" },\n{ "id": 7 }\n] }';
    const send = (files: object[]): Promise<GuidelineFilesAnswer> => client.connection.sendRequest(GUIDELINE_FILES, { files });
    const { problems } = await send([{ uri: 'file:///case/own.json', text: own }]);
    assert.deepEqual(problems[0], { uri: 'file:///case/own.json', range: { start: { line: 2, character: 8 }, end: { line: 2, character: 9 } }, message: 'This should be an id of small letters, digits and hyphens.' });
    assert.ok(problems.every(({ range }) => range.start.line === 2));
    assert.match(await hover(), /Low Back Complaints.*2031.*our copy/);
    await client.until('a refresh', () => client.refreshes > 0);
    assert.deepEqual(await send([]), { problems: [] });
    assert.match(await hover(), /Not in the catalogue/);
    assert.deepEqual(client.logged, []);
  }));
