// Draws media/icon.svg as the PNG that the list of extensions shows.
//
//   node media/render-icon.mjs
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/hosts/browser.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${await readFile(here('icon.svg'), 'utf8')}`);
  await page.screenshot({ path: here('icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
