import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat, type ClientCapabilities, type CompletionItem, type TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NEW_LETTER, type NewLetter } from '../../server/src/lsp/client-requests';
import { readLetters } from '../../server/src/letter';
import { FULL, LanguageClient } from './language-client';
import { letterText } from './letter-text';

const WITHOUT_SNIPPETS: ClientCapabilities = { ...FULL, textDocument: { ...FULL.textDocument, completion: {} } };
const WITH_SNIPPETS: ClientCapabilities = { ...FULL, textDocument: { ...FULL.textDocument, completion: { completionItem: { snippetSupport: true } } } };

interface Asked {
  readonly items: CompletionItem[];
  /** The text after taking the entry of this label. */
  readonly taking: (label: string) => string;
}

interface Question {
  readonly text: string;
  readonly languageId?: string;
  readonly capabilities?: ClientCapabilities;
  readonly triggered?: boolean;
}

/** Asks at the mark (`|`) of a text. */
async function ask({ text: marked, languageId = 'imr-letter', capabilities = WITH_SNIPPETS, triggered = false }: Question): Promise<Asked> {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'a place is marked');
  const document = TextDocument.create('file:///case/letter.txt', languageId, 1, marked.replace('|', ''));
  let answer: CompletionItem[] | null = null;
  await LanguageClient.with({ capabilities }, async (client) => {
    assert.deepEqual(client.initialized.capabilities.completionProvider?.triggerCharacters, [':']);
    await client.open(document.getText(), document.uri, languageId);
    answer = await client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: document.uri },
      position: document.positionAt(offset),
      context: triggered ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ':' } : { triggerKind: CompletionTriggerKind.Invoked },
    });
    assert.deepEqual(client.logged, []);
  });
  const items: CompletionItem[] = answer ?? [];
  return {
    items,
    taking(label) {
      const item = items.find((one) => one.label === label);
      assert.ok(item, `${label} among ${items.map((one) => one.label).join(' | ')}`);
      return TextDocument.applyEdits(document, [item.textEdit as TextEdit]);
    },
  };
}

const labels = ({ items }: Asked): string[] => items.map(({ label }) => label);

test('completion: the decision behind the colon of a heading, as typing that colon asks for it', async () => {
  const asked = await ask({ text: letterText({ request: 'Wrist splint', decision: '|' }).replace('Wrist splint:  |', 'Wrist splint:|'), triggered: true });
  assert.deepEqual(labels(asked), ['Upheld', 'Overturned']);
  assert.ok(asked.items.every(({ preselect, kind }) => preselect !== true && kind === CompletionItemKind.EnumMember));
  assert.equal(new Set(asked.items.map(({ sortText }) => sortText)).size, 1);
  assert.equal(asked.taking('Overturned'), letterText({ request: 'Wrist splint', decision: 'Overturned' }).replace(':  Overturned', ': Overturned'));
});

test('completion: the label that is missing', async () => {
  const asked = await ask({ text: letterText({ reviewer: null }).replace('Decision rationale:', 'MAX|\n\nDecision rationale:') });
  assert.deepEqual(labels(asked), ['MAXIMUS guideline']);
  assert.equal(asked.items[0]?.insertTextFormat, InsertTextFormat.PlainText);
  assert.match(asked.taking('MAXIMUS guideline'), /\n\nMAXIMUS guideline: \n\nDecision rationale:/);
});

test('completion: a disputed item, with placeholders or without', async () => {
  const text = `${letterText({})}\n|`;
  const snippet = (await ask({ text })).items.find(({ label }) => label === 'Disputed item');
  assert.ok(snippet?.insertTextFormat === InsertTextFormat.Snippet && snippet.kind === CompletionItemKind.Snippet);
  assert.match((snippet.textEdit as TextEdit).newText, /^\$\{1:\[requested treatment\]\}: {2}\$\{2\|____,Upheld,Overturned\|\}\n\nClaims Administrator guideline: \$\{3:/);
  const plain = await ask({ text, capabilities: WITHOUT_SNIPPETS });
  assert.ok(plain.items.every(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.PlainText));
  assert.match(plain.taking('Disputed item'), /\n\n\[requested treatment\]: {2}____\n\nClaims Administrator guideline: \[/);
});

test('completion: ranges count UTF-16 code units', async () => {
  const asked = await ask({ text: letterText({ request: '𝒳-ray of the 🦴 wrist', decision: 'Up|' }) });
  assert.equal(asked.taking('Upheld'), letterText({ request: '𝒳-ray of the 🦴 wrist', decision: 'Upheld' }));
});

test('completion: nothing in a sentence, nor behind its colon', async () => {
  assert.deepEqual(labels(await ask({ text: letterText({}).replace('helped a', 'helped| a') })), []);
  assert.deepEqual(labels(await ask({ text: letterText({}).replace('a simpler brace. The request is not medically necessary.', 'these:|'), triggered: true })), []);
});

test('completion: an empty document is offered a letter where it is to be one, and nothing elsewhere', async () => {
  const asked = await ask({ text: '|', capabilities: WITHOUT_SNIPPETS });
  assert.deepEqual(asked.items.slice(0, 3).map(({ label, kind }) => [label, kind]), [
    ['New IMR letter, layout 2016-17', CompletionItemKind.File],
    ['New IMR letter, layout 2018 and later', CompletionItemKind.File],
    ['New IMR letter, layout 2014', CompletionItemKind.File],
  ]);
  assert.deepEqual(readLetters(asked.taking('New IMR letter, layout 2018 and later')).map(({ layout }) => layout), ['2018']);
  for (const languageId of ['plaintext', 'markdown']) {
    assert.deepEqual(labels(await ask({ text: '|', languageId })), []);
    assert.deepEqual(labels(await ask({ text: 'CLINICAL CASE SUMMARY\n\nIMR|', languageId })), []);
  }
  assert.deepEqual(labels(await ask({ text: `${'A note that goes on.\n'.repeat(100)}|` })), []);
});

test('a new letter by request, whatever the client sends', () =>
  LanguageClient.with({}, async (client) => {
    const ofLayout = async (params: unknown): Promise<string | undefined> => {
      const letter = await client.connection.sendRequest<NewLetter>(NEW_LETTER, params);
      assert.match(letter.snippet, /\$\{\d+:\[requested treatment\]\}/);
      return readLetters(letter.plain)[0]?.layout;
    };
    assert.equal(await ofLayout({}), '2016');
    for (const layout of ['2014', '2016', '2018']) assert.equal(await ofLayout({ layout }), layout);
    for (const layout of ['2013-notice', '', 7, null, {}]) assert.equal(await ofLayout({ layout }), '2016');
  }));
