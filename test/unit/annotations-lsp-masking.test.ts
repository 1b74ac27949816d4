import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REQUEST_LENGTH } from '../../server/src/annotations/model';
import { maskedFile } from '../../server/src/lsp/annotations/mask-in-file';

const MASK = '[redacted]';
const WORDS = ['Jane Q. Example', 'Jane  Q.\nExample', '000-12-3456', 'Rush'];

function check(text: string, expected: string, words: readonly string[] = WORDS): void {
  assert.equal(maskedFile({ text, words, mask: MASK }), expected);
}

/** A quote as `prefix|exact|suffix`, before and after. */
function checkQuote(quote: string, expected: string, words: readonly string[] = WORDS): void {
  const line = (parts: string): string => {
    const [prefix, exact, suffix] = parts.split('|');
    return JSON.stringify({ target: { selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }, { type: 'TextPositionSelector', start: 3, end: 9 }] } });
  };
  check(line(quote), line(expected), words);
}

const REST = 'x'.repeat(52);

test('masking a file: comments, requests and reasons, over any white space and in any case', () => {
  check('{"body":[{"type":"TextualBody","purpose":"commenting","value":"JANE Q.\\n Example, 000-12-3456."}]}', '{"body":[{"type":"TextualBody","purpose":"commenting","value":"[redacted], [redacted]."}]}');
  check('{"id":"1","reason":"Jane Q. Example asked","by":"Jane Q. Example"}', '{"id":"1","reason":"[redacted] asked","by":"Jane Q. Example"}');
  check('{"imr:item":{"request":"Visit of Jane Q. Example","index":0},"mine":["Rush"]}', '{"imr:item":{"request":"Visit of [redacted]","index":0},"mine":["[redacted]"]}');
});

test('masking a file: a request that was cut inside of the words loses their beginning', () => {
  const kept = 'y'.repeat(REQUEST_LENGTH - 7);
  const request = `${kept} Jane Q`;
  check(JSON.stringify({ request }), JSON.stringify({ request: kept }));
  check(JSON.stringify({ request: 'Chair for Jane Q' }), JSON.stringify({ request: 'Chair for Jane Q' }));
});

test('masking a file: names of things, parts of words and ordinary words stay', () => {
  const lines = [
    '{"id":"Rush","creator":{"type":"Person","name":"Rush"},"body":[{"purpose":"tagging","value":"Rush"}]}',
    '{"value":"Rushed to the door in a rush; 1000-12-34567"}',
    '{ "spaced" : 1.0 }',
    '',
    '{"half',
  ].join('\r\n');
  check(lines, lines);
});

test('masking a file: line ends, byte order mark and the other lines stay as they are', () =>
  check('\uFEFF{"a": "Rush"}\r\n{ "b" : 1 }\n', '\uFEFF{"a":"[redacted]"}\r\n{ "b" : 1 }\n'));

test('masking a file: lines that cannot be read, in whatever way JSON writes the words', () => {
  check('{"value":"\\nJane\\n\\u0051.\\u00a0Example and', '{"value":"\\n[redacted] and');
  check('<<<<<<< Rush', '<<<<<<< [redacted]');
  check('{"a":"say \\"Jo/\\u0065\\/\\\\"', '{"a":"say [redacted]', ['"Jo/e/\\"']);
  check('{"a":"\\ud83d\\uDE00 🙂', '{"a":"[redacted] [redacted]', ['😀', '🙂']);
});

test('masking a file: a quote says what the masked letter says there', () => {
  checkQuote('seen |by Jane Q. Example today| and', 'seen |by [redacted] today| and');
  checkQuote('by Jane| Q. Example today|', 'by [redacted]| today|');
  checkQuote('|by Jane Q. |Example today', '|by |[redacted] today');
  checkQuote('by |Jane Q. Example| today', 'by |[redacted]| today');
  checkQuote('by Jane |Q.| Example today', 'by |[redacted]| today');
  checkQuote('Rush said |it| to Rush', '[redacted] said |it| to [redacted]');
  checkQuote('', '');
});

test('masking a file: what stands around a quote loses the part of the words in which it was cut', () => {
  checkQuote(`Example was here ${REST}|it| Rush`, ` was here ${REST}|it| [redacted]`);
  checkQuote(`Q. Example was ${REST}|it|${REST} seen Jane Q.`, ` was ${REST}|it|${REST} seen `);
  checkQuote('Example was here |it|seen Jane', 'Example was here |it|seen Jane');
});

test('masking a file: nothing runs away', () => {
  const deep = `${'['.repeat(20_000)}"Rush"${']'.repeat(20_000)}`;
  assert.ok(!maskedFile({ text: deep, words: WORDS, mask: MASK }).includes('Rush'));
  const blanks = `{"a":"${'Jane '.repeat(5_000)}${' '.repeat(50_000)}"}`;
  assert.equal(maskedFile({ text: blanks, words: ['', ' ', ...WORDS], mask: MASK }), blanks);
  assert.equal(maskedFile({ text: 'Rush', words: ['Rush'], mask: '$&' }), '$&');
});
