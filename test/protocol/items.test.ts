import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ITEMS, type LetterItems } from '../../server/src/lsp/client-requests';
import { LanguageClient } from './language-client';
import { letterText } from './letter-text';

const ask = (client: LanguageClient, uri: string): Promise<LetterItems | null> => client.connection.sendRequest(ITEMS, { uri });

test('items: request, decision, places and counts of each, letter by letter', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(`Case Number: CM14-0000007\nDate Assigned: 05/05/2014\nDate of Injury: 01/02/2013\nDecision Date: 06/06/2014\n\n${letterText({}, { request: 'Grip\ntrainer', decision: 'Overturned', rationale: null })}\n\n${letterText({ decision: '' })}`);
    const answer = await ask(client, uri);
    assert.deepEqual(
      answer?.letters.map(({ caseNumber, layout, items }) => [caseNumber, layout, items.map(({ request, decision, citations, findings }) => [request, decision, citations, findings])]),
      [
        ['CM14-0000007', '2014', [['Wrist splint', 'upheld', 2, 0], ['Grip trainer', 'overturned', 2, 1]]],
        [null, '2014', [['Wrist splint', null, 2, 1]]],
      ],
    );
    const [, trainer] = answer.letters[0]!.items;
    assert.ok(trainer);
    assert.equal(client.slice(uri, trainer.requestRange), 'Grip\ntrainer');
    assert.match(client.slice(uri, trainer.range), /^Grip\ntrainer: {2}Overturned[^]*264\.$/);
    assert.deepEqual(trainer.findingsByLevel, { error: 0, warning: 1, information: 0, hint: 0 });
    assert.match(client.slice(uri, answer.letters[1]!.range), /Wrist splint:\n/);
  }));

test('items: of a request granted in part what is left, a long one cut at a blank', () =>
  LanguageClient.with({}, async (client) => {
    const rest = `therapy of the wrist ${'and of the hand '.repeat(20)}`.trim();
    const uri = await client.open(
      letterText({ request: `Therapy, 12 visits was the original request. 6 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ${rest} is` }),
    );
    const request = (await ask(client, uri))?.letters[0]?.items[0]?.request ?? '';
    assert.ok(request.endsWith('…') && request.length <= 200 && rest.startsWith(`${request.slice(0, -1)} `), request);
  }));

test('items: as of the newest change, at the levels of the document', async () => {
  await LanguageClient.with({ configuration: (_, section) => (section === 'imrLetters.rules' ? { 'missing-rationale': 'hint' } : null) }, async (client) => {
    const uri = await client.open(letterText({ rationale: null }));
    await client.replace(uri, 'Upheld', 'Overturned');
    const answer = await ask(client, uri);
    assert.equal(answer?.version, 2);
    const [item] = answer.letters[0]!.items;
    assert.deepEqual([item?.decision, item?.findings, item?.findingsByLevel.hint], ['overturned', 0, 1]);
  });
});

test('items: none in a text that is no letter, nothing for a document that is not open', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open('Dear colleague,\n');
    assert.deepEqual((await ask(client, uri))?.letters, []);
    assert.equal(await ask(client, 'file:///case/other.txt'), null);
  }));
