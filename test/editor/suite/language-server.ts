import assert from 'node:assert/strict';
import { closeAll, codes, language, openText, until } from './editor';
import { LETTER_WITHOUT_DECISION } from './letters';
import { test } from './runner';
import { onServerChange, servers } from './server-processes';

test('all letters share one language server', async () => {
  for (const name of ['one.txt', 'two.txt']) {
    const document = await openText('letters', name, LETTER_WITHOUT_DECISION);
    await language(document, 'imr-letter');
    await codes(document.uri, ['missing-decision']);
  }
  assert.equal(servers.length, 1);
  await closeAll();
});

test('a server that dies is started again', async () => {
  const document = await openText('letters', 'dies.txt', LETTER_WITHOUT_DECISION);
  await codes(document.uri, ['missing-decision']);
  const before = servers.length;
  servers.at(-1)!.kill('SIGKILL');
  await until('another server', [onServerChange], () => (servers.length > before ? true : undefined));
  await codes(document.uri, ['missing-decision']);
  await closeAll();
});
