import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FULL, LanguageClient } from './language-client';
import { letterText } from './letter-text';

const TEXT = letterText({});

test('hover: on a citation, in Markdown, over the words it speaks of', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(TEXT);
    const hover = await client.hover(uri, TEXT.indexOf('MTUS ACOEM Chapter 11') + 6);
    assert.ok(hover?.range);
    assert.match(client.slice(uri, hover.range), /ACOEM/);
    assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents && hover.contents.kind === 'markdown');
    assert.match(hover.contents.value, /ACOEM/);
  }));

test('hover: plain for a client that takes no Markdown', () =>
  LanguageClient.with({ capabilities: { ...FULL, textDocument: { ...FULL.textDocument, hover: {} } } }, async (client) => {
    const uri = await client.open(TEXT);
    const hover = await client.hover(uri, TEXT.indexOf('Claims Administrator guideline') + 3);
    assert.ok(hover !== null && typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'plaintext');
  }));

test('hover: nothing on the words of the summary', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(TEXT);
    assert.equal(await client.hover(uri, TEXT.indexOf('helped a little')), null);
  }));
